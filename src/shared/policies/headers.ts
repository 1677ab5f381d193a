/** What every answer to a window carries, in both shells: the window may run and load its own origin's files only. */

/** `frame-ancestors`, `base-uri` and `form-action` do not fall back to `default-src` (CSP level 3, 6.4 and 6.7), so all are named. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "object-src 'none'",
  "frame-ancestors 'none'",
  "frame-src 'self'",
  "require-trusted-types-for 'script'",
  'trusted-types vue dompurify',
].join('; ');

/** Powerful features a page of ours never uses. The clipboard is written to by "copy this form". */
const DENIED_FEATURES = [
  'accelerometer', 'autoplay', 'camera', 'clipboard-read', 'display-capture', 'encrypted-media', 'fullscreen',
  'gamepad', 'geolocation', 'gyroscope', 'hid', 'identity-credentials-get', 'idle-detection', 'local-fonts', 'magnetometer',
  'microphone', 'midi', 'otp-credentials', 'payment', 'picture-in-picture', 'publickey-credentials-create',
  'publickey-credentials-get', 'screen-wake-lock', 'serial', 'storage-access', 'usb', 'window-management',
  'xr-spatial-tracking',
]; // prettier-ignore

export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Permissions-Policy': DENIED_FEATURES.map((feature) => `${feature}=()`).join(', '),
};

/** Built files carry a hash of their content in their name, and never change under it. */
const HASHED = /-[\w-]{8}\.\w+$/;

/** @param path as in an address: `/assets/index-Ba3d_9fK.js` */
export function cachingOf(path: string): string {
  return path.startsWith('/assets/') && HASHED.test(path)
    ? 'private, max-age=31536000, immutable'
    : 'no-store';
}
