import { expect, type Page, test } from '@playwright/test'
import { openBody } from './hand.ts'

type Kept = { readonly strokes: readonly { readonly radiusMm: number; readonly pointsMm: readonly number[] }[] }
type Place = { readonly x: number; readonly y: number }

/** The drawing as it was kept on this device. */
function kept(page: Page): Promise<Kept | undefined> {
  return page.evaluate<Kept | undefined>(`new Promise((done, failed) => {
    const opening = indexedDB.open('unknot')
    opening.onerror = () => failed(opening.error)
    opening.onsuccess = () => {
      const asked = opening.result.transaction('drawings').objectStore('drawings').get('current')
      asked.onsuccess = () => {
        done(asked.result)
        opening.result.close()
      }
    }
  })`)
}

/**
 * A real pen goes down and up at `at`; between, one event of that pen tells of a detour 60 px to the side and back, and
 * of all its places only in the coalesced events.
 */
async function penWithDetour(page: Page, at: Place, force: number): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const pen = { button: 'left', buttons: 1, clickCount: 1, pointerType: 'pen', force, ...at } as const
  // the ear must stand before the pen comes down: only its id tells events of this pen
  await page.evaluate(
    `window.penHeard = undefined; addEventListener('pointerdown', (event) => { window.penHeard = event.pointerId }, { capture: true, once: true })`,
  )
  await session.send('Input.dispatchMouseEvent', { type: 'mouseMoved', pointerType: 'pen', ...at })
  await session.send('Input.dispatchMouseEvent', { type: 'mousePressed', ...pen })
  await page.waitForFunction('window.penHeard !== undefined')
  await page.evaluate(`(() => {
    const one = (dx, coalescedEvents = []) =>
      new PointerEvent('pointermove', {
        bubbles: true,
        pointerId: window.penHeard,
        pointerType: 'pen',
        pressure: ${force},
        buttons: 1,
        clientX: ${at.x} + dx,
        clientY: ${at.y},
        coalescedEvents,
      })
    const passed = [20, 40, 60, 40, 20, 4].map((dx) => one(dx))
    document.elementFromPoint(${at.x}, ${at.y}).dispatchEvent(one(4, passed))
  })()`)
  await session.send('Input.dispatchMouseEvent', { type: 'mouseReleased', ...pen, buttons: 0 })
}

/** How far the strokes reach across, millimetres, and how broad they are. */
async function drawn(page: Page): Promise<{ readonly acrossMm: number; readonly radiusMm: number }> {
  await expect.poll(async () => (await kept(page))?.strokes.length ?? 0).toBeGreaterThan(0)
  const { strokes } = (await kept(page))!
  const xs = strokes.flatMap(({ pointsMm }) => pointsMm.filter((_, i) => i % 3 === 0))
  return { acrossMm: Math.max(...xs) - Math.min(...xs), radiusMm: strokes[0]!.radiusMm }
}

for (const surface of ['3D body', 'Charts'] as const) {
  test(`${surface}: a pen's pressure and every place it passed reach the stroke`, async ({ page }) => {
    await openBody(page)
    await page.getByRole('button', { name: surface, exact: true }).click()
    if (surface === 'Charts') await page.getByText('Brush', { exact: true }).first().click()
    const picture =
      surface === 'Charts' ? page.locator('figure[data-chart="front"] svg').first() : page.locator('canvas')
    await expect(picture).toBeVisible()
    const box = (await picture.boundingBox())!
    const whole = { x: box.x + box.width * (surface === 'Charts' ? 0.45 : 0.6), y: box.y + box.height * 0.36 }

    await penWithDetour(page, whole, 0.9)
    const firm = await drawn(page)
    expect(firm.acrossMm).toBeGreaterThan(60)

    await page.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(async () => (await kept(page))?.strokes.length).toBe(0)
    await penWithDetour(page, whole, 0.2)
    const light = await drawn(page)
    expect(firm.radiusMm).toBeGreaterThan(1.4 * light.radiusMm)
  })
}
