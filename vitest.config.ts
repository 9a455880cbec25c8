import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** What takes longest comes first, so that no core waits for it at the end; a fresh clone has no times to go by. */
const slow = [
  'safety/laws',
  'service/care-laws',
  'cli/rank',
  'plan/make-plan',
  'ranking/calibration',
  'body/body',
  'cli/lists',
  'ripple/invariants',
]

class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const at = slow.findIndex((name) => moduleId.endsWith(`test/${name}.test.ts`))
      return at < 0 ? slow.length : at
    }
    return (await super.sort(files)).sort((a, b) => place(a) - place(b))
  }
}

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/journeys/**', '**/node_modules/**'],
    maxWorkers: 2,
    // nothing here is mocked or changed for others: the rooms are read once a worker, not once a file
    isolate: false,
    // a law over ten thousand people takes its time on a machine that is busy with others
    testTimeout: 300_000,
    hookTimeout: 300_000,
    sequence: { sequencer: SlowFirst },
  },
})
