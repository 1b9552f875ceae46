/** What a meeting, or a settlement without one, does with an issue: 议定, 延期, 提请领导小组, 撤销. */
export const decisionOutcomes = ['decided', 'deferred', 'escalated', 'withdrawn'] as const
export type DecisionOutcome = (typeof decisionOutcomes)[number]
