import type * as z from 'zod';
import { Requirement } from '../domain/assessment.ts';
import type { CodeRow } from '../domain/codes.ts';
import { labelled } from '../domain/codes.ts';
import type { HomeOffer } from '../domain/home.ts';
import { NhsNumber } from '../domain/nhs-number.ts';
import type { Pet } from '../domain/person.ts';
import { Outcode, outcodeOf, Postcode } from '../domain/place.ts';
import type { ServiceModel } from '../services/index.ts';
import type { Kind } from './columns.ts';
import { oneOf } from './kinds.ts';

/** Service models by id, in the order in which the product holds them. */
export type Models = ReadonlyMap<string, ServiceModel>;

/** Whether something is needed; staff may write yes or no. */
export const requirement = oneOf(labelled(Requirement, { required: 'needed', notRequired: 'not needed' }), {
  yes: 'required',
  no: 'notRequired',
});

const outcodes = new Map<string, Outcode | null>();

/** A place, kept as the first half of its postcode. A full postcode is taken, and its second half is not kept. */
export const place: Kind<Outcode> = {
  form: 'a postcode such as SO14 9ZZ, or its first half, SO14',
  read: (text) => {
    const known = outcodes.get(text);
    const found = known === undefined ? readOutcode(text) : known;
    if (outcodes.size < 100_000 && text.length < 12) outcodes.set(text, found);
    return found === null
      ? { ok: false, why: 'is no postcode', fix: 'give a postcode such as SO14 9ZZ, or its first half, SO14' }
      : { ok: true, value: found };
  },
};

function readOutcode(text: string): Outcode | null {
  if (text.length > 12) return null;
  const postcode = Postcode.safeParse(text);
  if (postcode.success) return outcodeOf(postcode.data);
  const outcode = Outcode.safeParse(text);
  return outcode.success ? outcode.data : null;
}

export const nhsNumber: Kind<NhsNumber> = {
  form: 'an NHS number: ten digits',
  personal: true,
  read: (text) => {
    const parsed = NhsNumber.safeParse(text);
    if (parsed.success) return { ok: true, value: parsed.data };
    const tenDigits = /^\d{10}$/.test(text.replace(/\s/g, ''));
    return tenDigits
      ? {
          ok: false,
          why: 'is no NHS number: its last digit does not fit the others',
          fix: 'check it for a slip of the finger, or leave it blank',
        }
      : { ok: false, why: 'is no NHS number', fix: 'give ten digits, or leave it blank' };
  },
};

const PETS: Readonly<Record<string, z.infer<typeof Pet>[]>> = {
  none: [],
  dog: [{ kind: 'dog', assistance: false }],
  cat: [{ kind: 'cat', assistance: false }],
  other: [{ kind: 'other', assistance: false }],
  'assistance dog': [{ kind: 'dog', assistance: true }],
  'assistance cat': [{ kind: 'cat', assistance: true }],
  'assistance other': [{ kind: 'other', assistance: true }],
};

/** The animals a person has; `none` says they have none, which is not the same as a blank. */
export const pets: Kind<Pet[]> = {
  form: 'none, or animals with | between them, such as assistance dog | cat',
  allowed: Object.keys(PETS).map((code) => ({ code, label: code === 'none' ? 'no animal' : code })),
  severalAllowed: true,
  read: (text) => {
    const parts = text.split('|').map((part) => part.trim().toLowerCase());
    const found = parts.map((part) => (Object.hasOwn(PETS, part) ? PETS[part] : undefined));
    const fix = `write none, or ${Object.keys(PETS).slice(1).join(', ')}, with | between them`;
    if (found.includes(undefined)) return { ok: false, why: 'is not how animals are written', fix };
    if (parts.includes('none') && parts.length > 1)
      return { ok: false, why: 'says none and names an animal', fix };
    return { ok: true, value: found.flatMap((each) => each ?? []) };
  },
};

/** One of the programmes the product knows. */
export function serviceModel(models: Models): Kind<string> {
  return oneOf([...models.values()].map(({ id, name }) => ({ code: id, label: name })));
}

/** A stage of a programme, written `programme/stage`. */
export function offer(models: Models): Kind<z.input<typeof HomeOffer>> {
  const stages = new Map(
    [...models.values()].flatMap(({ id, name, stages }) =>
      stages.map((stage) => [
        `${id}/${stage.id}`.toLowerCase(),
        {
          code: `${id}/${stage.id}`,
          label: `${name}: ${stage.name}`,
          offer: { serviceModel: id, stage: stage.id },
        },
      ]),
    ),
  );
  const codes = oneOf([...stages.values()].map(({ code, label }) => ({ code, label })));
  return {
    ...codes,
    form: 'a programme and a stage of it, such as stayingConnected/highSupport',
    read: (text) => {
      const found = stages.get(text.replace(/\s*\/\s*/, '/').toLowerCase());
      if (found) return { ok: true, value: found.offer };
      const reading = codes.read(text);
      return reading.ok
        ? { ok: false, why: 'is no stage', fix: 'use a listed one' }
        : { ...reading, why: 'is no stage of a programme we know' };
    },
  };
}

/** Names of a programme that has homes, for made-up rows; empty where no model has any. */
export function anExample(models: Models): { serviceModel: string; stage: string; role: string } {
  for (const { id, stages, coAllocation } of models.values()) {
    const stage = stages.find(({ beds }) => beds);
    if (stage) return { serviceModel: id, stage: stage.id, role: coAllocation.primaryRole };
  }
  return { serviceModel: '', stage: '', role: '' };
}

/** Ids of something every model has a list of, each with the names it goes by. */
export function namesIn(
  models: Models,
  list: (model: ServiceModel) => readonly { readonly id: string; readonly name: string }[],
): CodeRow[] {
  const labels = new Map<string, Set<string>>();
  for (const model of models.values())
    for (const { id, name } of list(model))
      labels.set(id, (labels.get(id) ?? new Set()).add(`${name} (${model.name})`));
  return [...labels].map(([code, names]) => ({ code, label: [...names].join('; ') }));
}
