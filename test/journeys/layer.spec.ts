import { expect, test } from '@playwright/test'
import { findPlace, openBody } from './hand.ts'

test('muscles through the skin, the loupe on a hand, and the hand from close by', async ({ page }) => {
  await openBody(page)
  await page.getByRole('button', { name: 'Muscles: not shown' }).click()
  await page.getByRole('menuitemradio', { name: 'Outer muscles' }).click()
  await expect(page.getByRole('button', { name: 'Muscles: outer muscles shown' })).toBeVisible()
  const said = page.getByTestId('place-under-pointer')
  const chest = await findPlace(page, 'Right breast', { left: 0.63, right: 0.66, top: 0.3, bottom: 0.34 })
  await page.mouse.move(chest.at(-1)!.x + 1, chest.at(-1)!.y)
  await expect(said).toContainText('Pectoralis major')
  await expect(page.getByTestId('loupe')).toHaveCount(0)

  const [palm] = await findPlace(page, 'Right palm', { left: 0.53, right: 0.56, top: 0.52, bottom: 0.56 }, 8)
  await page.mouse.move(palm!.x + 1, palm!.y)
  await expect(page.getByTestId('loupe')).toBeVisible()
  // something is drawn in it: a blank canvas has one colour only
  await expect
    .poll(() =>
      page.evaluate<number>(`(() => {
        const canvas = document.querySelector('[data-testid="loupe"]')
        const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height)
        return new Set(new Uint32Array(data.buffer)).size
      })()`),
    )
    .toBeGreaterThan(50)

  await page.getByRole('button', { name: 'Hand', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Palm of the hand' })).toHaveAttribute('aria-pressed', 'true')
  await findPlace(page, 'Right palm', { left: 0.5, right: 0.75, top: 0.35, bottom: 0.7 }, 60)
  await expect(page.getByTestId('loupe')).toHaveCount(0)
  await page.getByRole('button', { name: 'Back of the hand' }).click()
  await page.getByRole('button', { name: 'Left hand' }).click()
  await findPlace(page, 'Left back of the hand', { left: 0.5, right: 0.75, top: 0.35, bottom: 0.7 }, 60)
})
