/**
 * HTML in one form, so that two ways of writing the same can be compared: a line for each tag and text, attributes in
 * order, white space as browsers read it. Made for markup of design systems, not for any page.
 */
export function tidied(html: string): string[] {
  const lines: string[] = [];
  for (const [part] of html.matchAll(/<[^>]+>|[^<]+/g)) {
    if (part.startsWith('</')) {
      // Written by some for elements that have no end.
      if (part !== '</path>') lines.push(part);
    } else if (part.startsWith('<')) {
      lines.push(tag(part));
    } else if (part.trim() !== '') {
      lines.push(decoded(part).replace(/\s+/g, ' ').trim());
    }
  }
  return lines;
}

function tag(text: string): string {
  const [, name = '', rest = ''] = /^<([\w-]+)([\s\S]*?)\/?>$/.exec(text) ?? [];
  const attributes = [...rest.matchAll(/([\w:-]+)(?:="([^"]*)")?/g)]
    .map(([, key = '', value = '']) => `${key}="${decoded(value).replace(/\s+/g, ' ').trim()}"`)
    .sort();
  return `<${[name, ...attributes].join(' ')}>`;
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

const decoded = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name) => entities[name] ?? '');

/** What options may be named, as deep as they go; a list is named by the shape of one of its things. */
export interface Shape {
  readonly [name: string]: true | Shape | readonly [Shape];
}

/** Whether options use nothing but what a shape names. */
export function fits(options: unknown, shape: Shape): boolean {
  if (typeof options !== 'object' || options === null) return false;
  return Object.entries(options).every(([name, value]) => {
    const inner = shape[name];
    if (inner === undefined) return false;
    if (inner === true) return typeof value !== 'object' || Array.isArray(value);
    const [one] = Array.isArray(inner) ? inner : [];
    return one === undefined
      ? fits(value, inner as Shape)
      : Array.isArray(value) && value.every((each) => fits(each, one));
  });
}
