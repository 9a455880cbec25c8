import { expect, test } from '@playwright/test'
import { answers, openBody, settled, strokeWithFingers } from './hand.ts'

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

test('one finger paints, two fingers turn, the sheet opens', async ({ page, context }) => {
  await openBody(page)
  const session = await context.newCDPSession(page)
  const box = (await page.locator('canvas').boundingBox())!
  const middle = { x: box.x + box.width / 2, y: box.y + box.height * 0.46 }
  const path = (fromX: number, fromY: number, toX: number, toY: number) =>
    Array.from({ length: 8 }, (_, i) => ({ x: fromX + ((toX - fromX) * i) / 7, y: fromY + ((toY - fromY) * i) / 7 }))

  await strokeWithFingers(session, [
    path(middle.x - 40, middle.y - 40, middle.x + 60, middle.y - 40),
    path(middle.x - 40, middle.y + 40, middle.x + 60, middle.y + 40),
  ])
  await expect(page.getByRole('heading', { name: 'Where does it hurt?' })).toBeVisible() // two fingers paint nothing
  await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled()

  await strokeWithFingers(session, [path(middle.x - 20, middle.y - 10, middle.x - 16, middle.y + 20)])
  await expect(page.getByRole('heading', { name: 'What would explain it' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Undo' })).toBeEnabled()

  await page.getByRole('button', { name: 'Open the answers', exact: true }).click()
  await settled(page)
  await answers(page).first().getByRole('button').first().click()
  await expect(page.getByRole('heading', { name: 'How sure the pattern is' })).toBeVisible()
  expect(await page.locator('html').evaluate((element) => element.scrollWidth)).toBe(390)

  await page.getByRole('button', { name: 'Open the answers fully' }).click()
  await page.getByRole('button', { name: 'Back to the body' }).click()
  await page.getByRole('button', { name: /How much it hurts/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Clear' }).click()
  await expect(page.getByRole('heading', { name: 'Where does it hurt?' })).toBeVisible()
})
