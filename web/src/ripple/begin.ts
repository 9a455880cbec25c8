/** The longest way of all begins first: imported before anything else of the app. */
import { startRipple } from './client.ts'

if (window.location.pathname === '/ripple') startRipple()
