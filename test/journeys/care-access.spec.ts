import { expect, test } from '@playwright/test'
import { expectNoViolationsLightOrDark } from './axe.ts'
import { openPeople } from './care-hand.ts'

for (const width of [1440, 390]) {
  test(`no barrier that axe finds on the screens of care, light or dark: ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 880 })
    await page.goto('/people')
    await expect(page.getByRole('button', { name: 'I have read this' })).toBeVisible()
    await expectNoViolationsLightOrDark(page, 'intended use')
    await openPeople(page)
    await expectNoViolationsLightOrDark(page, 'people, empty')
    await page.getByRole('button', { name: 'Look at a made-up client' }).click()
    await expect(page.getByText('This client is made up')).toBeVisible({ timeout: 60_000 })
    const person = page.url()
    await expectNoViolationsLightOrDark(page, 'course')
    for (const path of [
      'pain',
      'questions',
      'examine',
      'plan',
      'session',
      'after',
      'measure',
      'home-sheet',
      'record',
    ]) {
      await page.goto(`${person}/${path}`)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expectNoViolationsLightOrDark(page, path)
      const overflow = await page.locator('html').evaluate((element) => element.scrollWidth - element.clientWidth)
      expect(overflow, `${path} is wider than the screen`).toBeLessThanOrEqual(0)
    }
    for (const path of ['/people', '/alone', '/learn', '/what-it-is-for']) {
      await page.goto(path)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expectNoViolationsLightOrDark(page, path)
    }
  })
}
