import * as z from 'zod';

/**
 * The tenth digit of an NHS number, from its first nine: weights 10 down to 2, modulus 11.
 * @returns null where the sum calls for 10: no NHS number begins with these nine digits (about one stem in eleven)
 * @throws RangeError when the stem is not nine digits
 * @source NHS Data Model and Dictionary, NHS NUMBER (SOURCES.md 13)
 */
export function nhsCheckDigit(stem: string): number | null {
  if (!/^\d{9}$/.test(stem)) throw new RangeError('The stem of an NHS number is nine digits');
  let sum = 0;
  for (let at = 0; at < 9; at++) sum += Number(stem[at]) * (10 - at);
  const check = (11 - (sum % 11)) % 11;
  return check === 10 ? null : check;
}

/** Whether the text is ten digits, spaces apart, with the right check digit. Says nothing of whose number it is. */
export function isNhsNumber(text: string): boolean {
  const digits = withoutSpaces(text);
  return /^\d{10}$/.test(digits) && nhsCheckDigit(digits.slice(0, 9)) === Number(digits[9]);
}

/** An NHS number, kept as ten digits. Optional wherever a person is described: many have none to give. */
export const NhsNumber = z
  .string()
  .overwrite(withoutSpaces)
  .refine(isNhsNumber, 'Give an NHS number: ten digits, such as 999 000 0018')
  .brand<'NhsNumber'>();
export type NhsNumber = z.infer<typeof NhsNumber>;

/** For people: three digits, three and four, `999 000 0018`. */
export function sayNhsNumber(nhsNumber: NhsNumber): string {
  return `${nhsNumber.slice(0, 3)} ${nhsNumber.slice(3, 6)} ${nhsNumber.slice(6)}`;
}

function withoutSpaces(text: string): string {
  return text.replace(/\s/g, '');
}
