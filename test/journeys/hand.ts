/** What a hand does in the journeys: finds a place by the name that the app shows, and strokes it. */
import { type CDPSession, expect, type Locator, type Page } from '@playwright/test'

export type Spot = { readonly x: number; readonly y: number }

/** Part of the canvas in which to look, as shares of its width and height. */
export type Window = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }

export async function openBody(page: Page): Promise<void> {
  await page.goto('/')
  await expect(page.locator('canvas')).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
}

/**
 * Moves the pointer over the body until the app names the place under it.
 *
 * @returns where on the page its named points are, from top to bottom
 */
export async function findPlace(page: Page, name: string, inside: Window, step = 14): Promise<Spot[]> {
  const box = (await page.locator('canvas').boundingBox())!
  const label = page.getByTestId('place-under-pointer')
  const found: Spot[] = []
  for (let y = box.y + inside.top * box.height; y < box.y + inside.bottom * box.height; y += step) {
    for (let x = box.x + inside.left * box.width; x < box.x + inside.right * box.width; x += step) {
      await page.mouse.move(x, y)
      const [said] = await label.allTextContents()
      if (said?.startsWith(name)) found.push({ x, y })
    }
  }
  expect(found.length, `"${name}" is nowhere in the picture`).toBeGreaterThan(0)
  return found
}

/** A stroke of the mouse through the spots. */
export async function strokeWithMouse(page: Page, spots: readonly Spot[]): Promise<void> {
  await page.mouse.move(spots[0]!.x, spots[0]!.y)
  await page.mouse.down()
  for (const spot of spots.slice(1)) await page.mouse.move(spot.x, spot.y, { steps: 3 })
  await page.mouse.move(spots.at(-1)!.x + 2, spots.at(-1)!.y + 2)
  await page.mouse.up()
}

/** The same by one or two fingers; each finger has its own path of the same length. */
export async function strokeWithFingers(session: CDPSession, fingers: readonly (readonly Spot[])[]): Promise<void> {
  const at = (index: number) => fingers.map((path, id) => ({ ...path[index]!, id }))
  await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(0) })
  for (let index = 1; index < fingers[0]!.length; index++) {
    await session.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(index) })
  }
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
}

export function answers(page: Page): Locator {
  return page.getByRole('list', { name: /Possible sources/ }).getByRole('listitem')
}

/** Waits until the list of answers is there and changes no more by itself. */
export async function settled(page: Page): Promise<void> {
  await expect(answers(page).first()).toBeVisible()
  await expect(page.getByRole('list', { name: /Possible sources/ })).toHaveAttribute('aria-busy', 'false')
}

/** Names of the first answers, such as "Upper trapezius | Right side · spot 1 | Fits well | 52 % | ...". */
export async function firstAnswers(page: Page, count: number): Promise<string[]> {
  await settled(page)
  const texts = await answers(page).allInnerTexts()
  return texts.slice(0, count).map((text) => text.replaceAll('\n', ' | '))
}
