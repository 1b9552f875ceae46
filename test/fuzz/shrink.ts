import type { Bot } from './bot.ts'
import type { Endpoint } from './http.ts'
import { type Found, replay } from './run.ts'
import type { Step } from './step.ts'
import type { World } from './world.ts'

/** How often at most the world is made anew to make a finding smaller. */
const attemptsAtMost = 24

/** The fewest steps found that still lead to it, by taking away greedily; all of them where they do not lead there again. */
export async function shrink(bot: Bot, endpoint: Endpoint, world: World, { what, steps }: Found): Promise<Step[]> {
  let attempts = 0
  const leads = async (some: readonly Step[]) => {
    attempts += 1
    return (await replay(bot, endpoint, world, some)).some((one) => one.what === what)
  }
  for (const last of [1, 2, 5, 20, 100]) {
    if (last >= steps.length) break
    if (await leads(steps.slice(-last))) return fewer(steps.slice(-last), leads, () => attempts < attemptsAtMost)
  }
  return steps
}

async function fewer(
  steps: Step[],
  leads: (some: readonly Step[]) => Promise<boolean>,
  mayGoOn: () => boolean,
): Promise<Step[]> {
  let kept = steps
  for (
    let size = Math.ceil(kept.length / 2);
    size >= 1 && kept.length > 1;
    size = size === 1 ? 0 : Math.ceil(size / 2)
  ) {
    for (let from = 0; from < kept.length && mayGoOn(); ) {
      const some = [...kept.slice(0, from), ...kept.slice(from + size)]
      if (some.length > 0 && (await leads(some))) kept = some
      else from += size
    }
  }
  return kept
}
