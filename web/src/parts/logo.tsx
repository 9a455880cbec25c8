/** A line that comes in knotted and leaves straight; the warm dot is the tender spot. */
export function Logo({ size = 36 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 64 64" fill="none" aria-hidden="true" focusable="false">
      <path
        d="M5 45c10 0 17-2.5 24-10.5C36 26 38 14 29.5 12 20.5 10 15 21 21 31c5.5 9.5 16 14 38 14"
        stroke="var(--brand)"
        strokeWidth="5.5"
        strokeLinecap="round"
      />
      <circle cx="26.7" cy="36.9" r="6" fill="#e0603c" stroke="var(--paper)" strokeWidth="3" />
    </svg>
  )
}
