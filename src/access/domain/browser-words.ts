/** The first of each that is found: each names the ones after it too. */
const browsers: readonly (readonly [RegExp, string])[] = [
  [/\bEdgA?\b|\bEdgiOS\b/, 'Edge'],
  [/\bOPR\b/, 'Opera'],
  [/\bSamsungBrowser\b/, 'Samsung Internet'],
  [/\bFirefox\b|\bFxiOS\b/, 'Firefox'],
  [/\bChrome\b|\bCriOS\b|\bHeadlessChrome\b/, 'Chrome'],
  [/\bSafari\b/, 'Safari'],
];
const devices: readonly (readonly [RegExp, string])[] = [
  [/\bWindows\b/, 'Windows'],
  [/\biPhone\b/, 'an iPhone'],
  [/\biPad\b/, 'an iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bMac OS X\b/, 'a Mac'],
  [/\bLinux\b/, 'Linux'],
];

/** A browser in words by which its owner knows it again: all that is kept of what it says about itself. */
export function browserWords(userAgent: string): string {
  const named = (names: typeof browsers): string | undefined => names.find(([sign]) => sign.test(userAgent))?.[1];
  const browser = named(browsers);
  const device = named(devices);
  if (browser === undefined) return device === undefined ? 'A browser' : `A browser on ${device}`;
  return device === undefined ? browser : `${browser} on ${device}`;
}
