/** A calendar file with the checks after a session, which any calendar reads. It says nothing about anybody's health. */

/**
 * @param startsMs  when to look, milliseconds since 1970
 * @see RFC 5545
 */
export function calendarFile(id: string, startsMs: readonly number[], nowMs: number): string {
  const events = startsMs.flatMap((atMs, index) => [
    'BEGIN:VEVENT',
    `UID:${id}-${index + 1}@unknot`,
    `DTSTAMP:${stamp(nowMs)}`,
    `DTSTART:${stamp(atMs)}`,
    `DTEND:${stamp(atMs + 15 * 60_000)}`,
    'SUMMARY:Unknot: how is it?',
    'DESCRIPTION:A short check: open Unknot and answer five questions.',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    'DESCRIPTION:Unknot: how is it?',
    'TRIGGER:PT0S',
    'END:VALARM',
    'END:VEVENT',
  ])
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Unknot//Unknot//EN',
    'CALSCALE:GREGORIAN',
    ...events,
    'END:VCALENDAR',
    '',
  ].join('\r\n')
}

function stamp(atMs: number): string {
  return new Date(atMs).toISOString().replace(/[-:]|\.\d{3}/g, '')
}
