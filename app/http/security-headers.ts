interface HeaderOptions {
  nonce: string;
  /** Over https, browsers are told to stay there. */
  secure: boolean;
  /** With Vite's development server: it writes styles into the page and talks over a web socket. */
  development: boolean;
}

/** The headers of every answer. Scripts and styles need the nonce or come from our own files. */
export function securityHeaders(options: HeaderOptions): Record<string, string> {
  return {
    "Content-Security-Policy": contentSecurityPolicy(options),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    // Not `no-referrer`: with it browsers send `Origin: null` with our own forms.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    // Pages show people's data and desks are shared; static files say otherwise for themselves.
    "Cache-Control": "no-store",
    ...(options.secure ? { "Strict-Transport-Security": "max-age=31536000" } : {}),
  };
}

function contentSecurityPolicy({ nonce, development }: HeaderOptions): string {
  const styles = development ? "'unsafe-inline'" : `'nonce-${nonce}'`;
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' ${styles}`,
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${development ? " ws:" : ""}`,
    "manifest-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join("; ");
}
