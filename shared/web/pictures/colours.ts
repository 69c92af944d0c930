/**
 * The colours of pictures, as hexadecimal red, green and blue. Every mark stands out from the paper by at least 3 to 1, and
 * words by 4.5 to 1; what a colour says is said by a shape or a word as well.
 * @source WCAG 2.2, 1.4.11 non-text contrast and 1.4.3 contrast
 */
export const colours = {
  paper: '#ffffff',
  ink: '#0b0c0c',
  mark: '#00605a',
  quiet: '#505a5f',
  track: '#858a8d',
} as const;

/** How strongly two colours differ, from 1 for the same to 21 for black on white. @source WCAG 2.2, contrast ratio */
export function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((one, other) => one - other);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
