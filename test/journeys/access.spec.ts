import { expect, test } from '@playwright/test'
import { expectNoViolationsLightOrDark } from './axe.ts'
import { answers, openBody, settled, strokeWithMouse } from './hand.ts'

for (const viewport of [
  { width: 1280, height: 800 },
  { width: 390, height: 844 },
]) {
  test(`no barrier that axe finds, light or dark: ${viewport.width} px`, async ({ page }) => {
    await page.setViewportSize(viewport)
    await openBody(page)
    await expectNoViolationsLightOrDark(page, 'body')
    const box = (await page.locator('canvas').boundingBox())!
    const at = viewport.width > 900 ? { x: box.x + box.width * 0.65, y: box.y + box.height * 0.58 } : { x: 178, y: 400 }
    await strokeWithMouse(page, [at, { x: at.x + 20, y: at.y + 6 }, { x: at.x + 4, y: at.y + 12 }])
    if (viewport.width < 900) {
      await page.getByRole('button', { name: 'Open the answers', exact: true }).click()
      await page.getByRole('button', { name: 'Open the answers fully' }).click()
    }
    await settled(page)
    await answers(page).first().getByRole('button').first().click()
    await expectNoViolationsLightOrDark(page, 'answers')
    await page.goto('/muscle/trapezius')
    await expect(page.getByRole('heading', { level: 1, name: 'Trapezius' })).toBeVisible()
    await expectNoViolationsLightOrDark(page)
    await page.goto('/about')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expectNoViolationsLightOrDark(page)
  })
}
