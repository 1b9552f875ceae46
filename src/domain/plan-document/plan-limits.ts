/** The most a plan may hold; a text or file with more is refused. */
export const planLimits = { tasks: 500, units: 300, targets: 200, doubts: 500 } as const
