/** On every page. It may load one stylesheet from here, send forms here, and nothing else; nobody keeps a copy of it. */
export const pageHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy': [
    "default-src 'none'",
    "style-src 'self'",
    "img-src 'self' data:",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  // With `no-referrer` browsers would not say where a form comes from either.
  'referrer-policy': 'same-origin',
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'x-permitted-cross-domain-policies': 'none',
  'x-robots-tag': 'noindex, nofollow',
} as const;

/** The stylesheet's address changes with every change of it, so a browser may keep it for ever. */
export const stylesheetHeaders = {
  'content-type': 'text/css; charset=utf-8',
  'cache-control': 'public, max-age=31536000, immutable',
  'cross-origin-resource-policy': 'same-origin',
  'strict-transport-security': pageHeaders['strict-transport-security'],
  'x-content-type-options': 'nosniff',
} as const;

/** Makes a browser drop what it keeps of us, as the next at it may be somebody else. */
export const forgetEverything = { 'clear-site-data': '"cache", "cookies", "storage"' } as const;
