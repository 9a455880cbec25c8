import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { openPeople } from './care-hand.ts'

async function expectNoViolations(page: Page, where: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  const said = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(' | ')}`)
  expect(said, where).toEqual([])
}

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1440, 390]) {
    test(`no barrier that axe finds on the screens of care: ${colorScheme}, ${width} px`, async ({ browser }) => {
      test.setTimeout(300_000)
      const context = await browser.newContext({ colorScheme, viewport: { width, height: 880 } })
      const page = await context.newPage()
      await page.goto('/people')
      await expect(page.getByRole('button', { name: 'I have read this' })).toBeVisible()
      await expectNoViolations(page, 'intended use')
      await openPeople(page)
      await expectNoViolations(page, 'people, empty')
      await page.getByRole('button', { name: 'Look at a made-up client' }).click()
      await expect(page.getByText('This client is made up')).toBeVisible({ timeout: 60_000 })
      const person = page.url()
      await expectNoViolations(page, 'course')
      for (const path of ['pain', 'questions', 'examine', 'plan', 'session', 'after', 'measure', 'home-sheet']) {
        await page.goto(`${person}/${path}`)
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
        await page.waitForTimeout(300)
        await expectNoViolations(page, path)
        const overflow = await page.locator('html').evaluate((element) => element.scrollWidth - element.clientWidth)
        expect(overflow, `${path} is wider than the screen`).toBeLessThanOrEqual(0)
      }
      for (const path of ['/people', '/alone', '/learn', '/what-it-is-for']) {
        await page.goto(path)
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
        await expectNoViolations(page, path)
      }
      await context.close()
    })
  }
}
