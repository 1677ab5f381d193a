/** The few pages that the host shows by itself: before there is a session, and where there is nothing. */

/** The one address that needs no cookie; it says nothing about the reader. */
export const PLAIN_STYLE_PATH = '/plain.css';

export const PLAIN_STYLE = `:root { color-scheme: light dark; }
body { margin: 18vh auto; max-width: 34rem; padding: 0 1.5rem; font: 1.125rem/1.6 Georgia, 'Source Serif 4', serif; }
h1 { font-size: 1.5rem; font-weight: 600; margin: 0 0 0.75rem; }
p { margin: 0 0 1rem; }
`;

function page(title: string, ...paragraphs: string[]): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Paralel</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${PLAIN_STYLE_PATH}">
</head>
<body>
<h1>${title}</h1>
${paragraphs.map((text) => `<p>${text}</p>`).join('\n')}
</body>
</html>
`;
}

/**
 * The link is for those who followed the printed address from another page: a SameSite=Strict cookie comes along
 * only once it is our own page that asks.
 */
export const NOT_LET_IN = page(
  'Paralel is open, but not for this window yet',
  'Go to the terminal where Paralel was started and open the whole address that it has printed. The last part of the address lets this browser in.',
  'If you have just opened that address, <a href="/">go on from here</a>.',
);

export const NOTHING_HERE = page('There is nothing at this address', '<a href="/">Go to the articles</a>.');
