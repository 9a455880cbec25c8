import { expect, test } from '@playwright/test'
import { openBody, strokeWithMouse } from './hand.ts'

test.use({ serviceWorkers: 'allow' })

test('works without a network after the first visit', async ({ page, context }) => {
  await openBody(page)
  // a string: the tests are compiled without the names of the browser
  await page.evaluate('navigator.serviceWorker.ready.then(() => true)')
  await context.setOffline(true)
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Where does it hurt?' })).toBeVisible()
  const box = (await page.locator('canvas').boundingBox())!
  const at = { x: box.x + box.width * 0.7, y: box.y + box.height * 0.22 }
  await strokeWithMouse(page, [at, { x: at.x + 20, y: at.y + 8 }])
  await expect(page.getByText(/^Painted:/)).toBeVisible()
})
