import { createHash } from 'node:crypto';
import { labelOf, supportLevelCodes } from '../../../shared/domain/codes.ts';
import { addDays, londonDay } from '../../../shared/domain/day.ts';
import { lettingCodes } from '../../../shared/domain/home-codes.ts';
import { HomeId } from '../../../shared/domain/ids.ts';
import { done, type Outcome, refuse } from '../../../shared/domain/outcome.ts';
import { Outcode, outcodeOf, Postcode } from '../../../shared/domain/place.ts';
import { addHome, NewHome } from '../../../shared/usecases/homes/add-home.ts';
import { addRoom } from '../../../shared/usecases/homes/add-room.ts';
import { NewRoom } from '../../../shared/usecases/homes/home-rooms.ts';
import { listHomes } from '../../../shared/usecases/homes/list-homes.ts';
import { readHome } from '../../../shared/usecases/homes/read-home.ts';
import { listOrganisations } from '../../../shared/usecases/partnership/list-organisations.ts';
import type { Answers } from '../../../shared/web/form-fields.ts';
import { type HomeSetting, homeFields, wrongHome } from '../../../shared/web/home-fields.ts';
import { HomesPage } from '../../../shared/web/pages/homes.tsx';
import { paths, pathTo } from '../../../shared/web/paths.ts';
import { roomFields, roomKindField, roomOf } from '../../../shared/web/room-fields.ts';
import { caseFormPage } from '../case-form.tsx';
import { nextPage, pageAsked } from '../list-page.ts';
import { type AskedBy, justDone, type Page, reading, refOf, writing } from '../page.ts';

const own = { action: 'homes.write', at: 'homes' } as const;

const doneWords: Readonly<Record<string, string>> = {
  home: 'The home is added, with its first room. List a vacancy once the room is free, or about to be.',
  room: 'The room is added.',
};

const list: Page = {
  ...own,
  path: 'homes',
  async get(asked) {
    const part = pageAsked(asked, 50);
    if (!part.ok) return part;
    const page = await listHomes(asked.deps, reading(asked, {}, part.value));
    if (!page.ok) return page;
    const rows = page.value.items.map(({ id, name, outcode, letting, supportLevel, lettableRooms }) => ({
      ...{ homeId: id, name, outcode, rooms: lettableRooms },
      letting: labelOf(lettingCodes, letting),
      support: labelOf(supportLevelCodes, supportLevel),
      mayGrow: letting === 'byRoom',
    }));
    return {
      title: 'My homes',
      show: (
        <HomesPage
          rows={rows}
          next={nextPage(paths.homes, page.value.next)}
          done={justDone(asked, doneWords)}
        />
      ),
    };
  },
};

/** Organisations offered at most; a partnership has fewer. */
const mostOrganisations = 100;

async function findSetting(asked: AskedBy): Promise<Outcome<HomeSetting>> {
  const found = await listOrganisations(asked.deps, reading(asked, {}, { limit: mostOrganisations }));
  if (!found.ok) return found;
  return done({
    stages: [...asked.deps.models.values()]
      .filter(({ provides }) => provides === 'homes')
      .flatMap(({ id, name, stages }) =>
        stages
          .filter(({ beds }) => beds)
          .map((stage) => ({ value: `${id}/${stage.id}`, text: `${name}: ${stage.name}` })),
      ),
    organisations: found.value.items.map(({ id, name }) => ({ value: id, text: name })),
    isPlace: (text) => asked.placeOf(text) !== null,
  });
}

const add = caseFormPage<HomeSetting>({
  ...own,
  path: 'addHome',
  find: findSetting,
  standing: () => ({ who: 'A new home', version: 0, at: paths.addHome, back: paths.homes }),
  ask: (setting, { who }) => ({
    heading: 'Add a home',
    intro: ['It takes about ten minutes. Nobody is placed in it before a vacancy is listed.'],
    fields: homeFields(setting),
    button: 'Add this home',
    first: firstAnswers(who.data.organisationId),
    wrong: wrongHome,
  }),
  send(asked, _setting, { answers }) {
    // The same home said twice, as after going back, is one home.
    const key = `home-${createHash('sha256').update(JSON.stringify(answers)).digest('hex').slice(0, 40)}`;
    return addHome(asked.deps, writing(asked, 'add home', { params: {}, body: homeOf(asked, answers), key }));
  },
  done: () => 'home',
});

/** Most homes are their own to let and to support. */
const firstAnswers = (organisation: string | null): Answers =>
  organisation === null ? {} : { landlord: organisation, provider: organisation };

const isYes = (answer: string | undefined): boolean => answer === 'yes';
const numberIn = (answer: string | undefined): number | null =>
  answer === undefined ? null : Number(answer);

/** Days after which it is asked again whether a home is for women or men only. */
const reviewDays = 365;

/** A home as it is sent, of what the form says; a house of which one room is let whole has one room. */
function homeOf(asked: AskedBy, answers: Answers): NewHome {
  const { postcode = '', letting, sex, children, atmosphere } = answers;
  const whole = Postcode.safeParse(postcode).data;
  const oneSex = sex === 'women' || sex === 'men';
  return NewHome.parse({
    name: answers.name,
    outcode: whole ? outcodeOf(whole) : Outcode.parse(postcode),
    location: asked.placeOf(postcode),
    confidentialAddress: isYes(answers.confidential),
    ...{ letting, unitType: answers.unitType, atmosphere: atmosphere ?? null },
    offers: listIn(answers.offers).map((one) => {
      const [serviceModel, stage] = one.split('/');
      return { serviceModel, stage };
    }),
    ...{
      supportLevel: answers.level,
      sleepIn: isYes(answers.sleepIn),
      supportHoursPerWeek: Number(answers.hours),
    },
    ...{ ageFrom: numberIn(answers.ageFrom), ageTo: numberIn(answers.ageTo), ofsted: answers.ofsted },
    ...{ sexPolicy: sex, sexPolicyBasis: answers.sexBasis ?? null },
    sexPolicyReviewOn: oneSex ? addDays(londonDay(asked.now), reviewDays) : null,
    ...{ pets: answers.pets, smoking: answers.smoking, substanceFree: isYes(answers.substanceFree) },
    features: listIn(answers.features),
    licence: {
      status: answers.licence,
      maxPersons: numberIn(answers.licencePersons),
      maxHouseholds: numberIn(answers.licenceHouseholds),
      expiresOn: answers.licenceExpires ?? null,
      exemptionBasis: answers.exemption ?? null,
    },
    notSuitableFor: listIn(answers.notFor),
    takesChildren: children === 'notKnown' ? null : isYes(children),
    ...{ maxHighRisk: null, maxEarlyRecovery: null, turnaroundWorkingDays: null, leaseEndsOn: null },
    localConnectionRequired: isYes(answers.connection),
    ...{ owner: answers.owner ?? null, landlord: answers.landlord, supportProvider: answers.provider },
    ...{ clinicalTeam: null, team: null },
    rooms: [{ ...roomOf(answers), kind: letting === 'whole' ? 'wholeHome' : 'bedroom' }],
  });
}

const listIn = (answer: string | undefined): string[] => answer?.split(',') ?? [];

interface FoundHome {
  readonly homeId: HomeId;
  readonly name: string;
  readonly version: number;
}

const more = caseFormPage<FoundHome>({
  ...own,
  path: 'addRoom',
  async find(asked) {
    const homeId = refOf(HomeId, asked.refs.homeId);
    if (!homeId.ok) return homeId;
    const found = await readHome(asked.deps, reading(asked, { homeId: homeId.value }, {}));
    if (!found.ok) return found;
    const { home, version } = found.value;
    return home.letting === 'byRoom'
      ? done({ homeId: home.id, name: home.name, version })
      : refuse('not-found');
  },
  standing: ({ homeId, name, version }) => ({
    ...{ who: `${name} · ${homeId}`, version },
    at: pathTo('addRoom', { homeId }),
    back: paths.homes,
  }),
  ask: () => ({
    heading: 'Add a room',
    intro: [],
    fields: [roomKindField, ...roomFields()],
    button: 'Add this room',
  }),
  send(asked, { homeId }, { answers, key }) {
    const body = NewRoom.parse({ ...roomOf(answers), kind: answers.kind });
    return addRoom(asked.deps, writing(asked, 'add room', { params: { homeId }, body, key }));
  },
  done: () => 'room',
});

/** The homes of somebody's organisation, and adding to them. */
export const homesPages: readonly Page[] = [list, add, more];
