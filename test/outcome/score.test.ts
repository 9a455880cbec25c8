import { describe, expect, it } from 'vitest'
import { scoreOf } from '../../src/core/outcome/score.ts'
import { clinic } from '../safety/clinic.ts'

const instrument = (id: string) => clinic.instruments.find((one) => one.id === id)!

describe('scoreOf', () => {
  it('takes the mean of the PEG, and none of a part of it', () => {
    expect(scoreOf(instrument('om-02'), { pain: 6, enjoyment: 4, activity: 5 })).toMatchObject({
      kind: 'score',
      value: 5,
    })
    expect(scoreOf(instrument('om-02'), { pain: 6 })).toEqual({
      kind: 'incomplete',
      missing: ['enjoyment', 'activity'],
    })
  })
  it('takes the mean of the activities that were named', () => {
    expect(scoreOf(instrument('om-03'), { 'activity-1': 3, 'activity-2': 6 })).toMatchObject({ value: 4.5 })
  })
  it('adds up the PHQ-4 and says when it is worth a talk', () => {
    const found = scoreOf(instrument('om-14'), { nervous: 2, worrying: 1, interest: 0, down: 1 })
    expect(found).toEqual({ kind: 'score', value: 4, notes: ['Worry is high enough to talk about it.'] })
  })
  it('takes only the total of a licensed questionnaire', () => {
    expect(scoreOf(instrument('om-06'), { total: 18 })).toMatchObject({ value: 18 })
    expect(scoreOf(instrument('om-06'), { total: 60 })).toEqual({ kind: 'out-of-range', items: ['total'] })
    expect(scoreOf(instrument('om-06'), {})).toEqual({ kind: 'incomplete', missing: ['total'] })
  })
  it('refuses a rating outside its scale', () => {
    expect(scoreOf(instrument('om-01'), { now: 11 })).toEqual({ kind: 'out-of-range', items: ['now'] })
  })
})
