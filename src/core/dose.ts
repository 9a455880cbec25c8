/** The constants of treatment, read by the names of clinical reference section 10; a clinician may have changed them. */
import type { Knowledge } from '../knowledge/knowledge.ts'

export type Doses = Pick<Knowledge, 'doses'>
export type DoseRange = { readonly value: number; readonly min: number; readonly max: number }

/** The dose of that name with its range; a range that is not given is the value itself. */
export function doseOf(knowledge: Doses, key: string): DoseRange {
  const found = knowledge.doses.find((dose) => dose.key === key)
  if (found === undefined) throw new Error(`no dose is called ${key}`)
  return { value: found.value, min: found.min ?? found.value, max: found.max ?? found.value }
}

export function doseValue(knowledge: Doses, key: string): number {
  return doseOf(knowledge, key).value
}
