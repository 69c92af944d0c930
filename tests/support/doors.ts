import { type DoorDeps, door } from '../../functions/door.ts';
import type { Handled } from '../../functions/route.ts';
import { routes } from '../../functions/routes.ts';

/** Every route that there is with its use case, door by door. */
export const handledByDoor: ReadonlyMap<string, readonly Handled[]> = new Map(
  await Promise.all(
    [...new Set(routes.map((route) => route.door))].map(
      async (name) => [name, await handledIn(name)] as const,
    ),
  ),
);

export const allHandled: readonly Handled[] = [...handledByDoor.values()].flat();

async function handledIn(name: string): Promise<readonly Handled[]> {
  const module: Record<string, readonly Handled[]> = await import(`../../functions/${name}/handlers.ts`);
  return Object.values(module).flat();
}

/** Every Lambda of the API as it would run, by the name of its folder. */
export function allDoors(deps: DoorDeps): ReadonlyMap<string, ReturnType<typeof door>> {
  return new Map([...handledByDoor].map(([name, handled]) => [name, door(handled, deps)]));
}
