/** What a therapist's hand does in the journeys of care; every press is counted. */
import { expect, type Locator, type Page } from '@playwright/test'

export type Hand = {
  readonly page: Page
  press(name: string | RegExp, role?: 'button' | 'link' | 'radio'): Promise<void>
  /** Presses since the last call. */
  counted(): number
}

export function handOn(page: Page): Hand {
  let taps = 0
  return {
    page,
    async press(name, role = 'button') {
      taps++
      await page
        .getByRole(role, { name, exact: typeof name === 'string' })
        .first()
        .click()
    },
    counted() {
      const now = taps
      taps = 0
      return now
    },
  }
}

export type Clock = {
  /** So many days after the journey began. */
  toDay(days: number): Promise<void>
  /** So many seconds on: a hold need not be waited for. */
  on(seconds: number): Promise<void>
}

/** The clock of the page, put forward: sessions days apart, and holds that end, in one journey. */
export async function withClock(page: Page): Promise<Clock> {
  // these run in the page, whose names this side does not know: so they are texts
  await page.addInitScript(`{
    const real = Date.now.bind(Date)
    Date.now = () => real() + Number(localStorage.getItem('journey-ms') ?? 0)
  }`)
  let aheadMs = 0
  const put = async (ms: number) => {
    aheadMs = ms
    await page.evaluate(`localStorage.setItem('journey-ms', '${ms}')`)
  }
  return { toDay: (days) => put(days * 86_400_000), on: (seconds) => put(aheadMs + seconds * 1000) }
}

export async function openPeople(page: Page): Promise<void> {
  await page.goto('/people')
  await page.getByRole('button', { name: 'I have read this' }).click()
  await expect(page.getByRole('heading', { name: 'People on this device' })).toBeVisible()
}

export async function addClient(hand: Hand, name: string): Promise<void> {
  await hand.press('Add a client')
  await hand.page.getByLabel('Name, or a number').fill(name)
  await hand.page.getByLabel('Age in years').fill('42')
  await hand.press('Female', 'radio')
  await hand.press('Add and go on')
  await expect(hand.page.getByRole('heading', { name: 'Where does it hurt?' })).toBeVisible()
}

export async function paintByName(page: Page, search: string, place: string): Promise<void> {
  const byName = page.getByRole('button', { name: 'By name' }).first()
  const more = page.getByRole('button', { name: /More tools$/ })
  await expect(byName.or(more)).toBeVisible()
  if (await more.isVisible()) await more.click() // on a phone the list is behind the tools
  await byName.click()
  await page.getByLabel('Search the regions').fill(search)
  await page.getByRole('button', { name: place, exact: true }).click()
  await page.getByRole('button', { name: 'Close the list' }).click()
}

/** The drawing and what goes with it, up to the questions. */
export async function tellPain(hand: Hand): Promise<void> {
  const { page } = hand
  await paintByName(page, 'angle', 'Right angle of neck and shoulder')
  const grip = page.locator('#panel > button[aria-expanded=false]')
  if ((await grip.count()) > 0) await grip.click() // on a phone the questions are on the sheet below the body
  await page.getByRole('radio', { name: '6', exact: true }).click()
  await hand.press('Slowly', 'radio')
  await hand.press('2 to 12 weeks', 'radio')
  await hand.press('Go on to the questions')
  await expect(page.getByRole('heading', { name: 'Before anything is pressed' })).toBeVisible()
}

export function openQuestions(page: Page): Locator {
  return page.locator('#panel [role=radiogroup]:not(:has([aria-checked=true]))')
}

/**
 * Presses, and waits until the screen shows it: an answer is shown once it is kept. A button that goes away first, since
 * the answer before it was kept only now, needs no press any more.
 */
export async function pressKept(page: Page, button: Locator, key?: 'Space'): Promise<void> {
  const [pressed] = await button.elementHandles()
  if (pressed === undefined) return
  const before = await pressed.evaluate<string>('(element) => element.outerHTML')
  try {
    if (key === undefined) await pressed.click()
    else await pressed.press(key)
  } catch (error) {
    if (await pressed.evaluate<boolean>('(element) => element.isConnected')) throw error
    return
  }
  const changed = '([element, before]) => !element.isConnected || element.outerHTML !== before'
  await page.waitForFunction(changed, [pressed, before] as const)
}

/** No to everything that is still open, as somebody healthy answers. */
export async function noToTheRest(page: Page): Promise<void> {
  const decide = page.getByRole('button', { name: 'See the decision' })
  const group = page.getByRole('button', { name: /^No to / })
  const open = openQuestions(page)
  for (let round = 0; round < 80; round++) {
    // the next of them comes with the answer before it
    await expect(decide.or(group).or(open).first()).toBeVisible()
    if ((await decide.count()) > 0) break
    const groups = (await group.count()) > 0
    await pressKept(page, groups ? group.first() : open.first().getByRole('radio', { name: 'No', exact: true }))
  }
  await decide.click()
  // it is kept when the form has given way to the decision: whoever goes on before may be too early
  await expect(decide).toHaveCount(0)
}

export async function answer(page: Page, question: RegExp, value: 'Yes' | 'No' | 'Not sure'): Promise<void> {
  await page.getByRole('radiogroup', { name: question }).getByRole('radio', { name: value, exact: true }).click()
}

/** Kept events of a kind, read from the browser's database. */
export async function keptEvents(page: Page): Promise<{ kind: string; id: string; act?: { act: string } }[]> {
  return page.evaluate(`new Promise((done, fail) => {
    const opening = indexedDB.open('unknot-care')
    opening.onerror = () => fail(new Error('the record did not open'))
    opening.onsuccess = () => {
      const all = opening.result.transaction('events').objectStore('events').getAll()
      all.onsuccess = () => {
        opening.result.close()
        done(all.result)
      }
    }
  })`)
}
