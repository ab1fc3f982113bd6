import { type Design, findOfKind, findResource, flatMapped, type ResourceId } from '#model';
import type { Network } from '#network';
import { hasManagedNetwork, isShown, letsDataOut, workspacesOf } from '../estate.ts';
import { labelOf, listed } from '../labels.ts';
import { cannotTell, defineRule, passed, type UndecidedCheck } from '../rule.ts';
import { tagsReachedFrom, unclassifiedPackets } from './unclassified-tags.ts';

type ExfiltrationPath = ReturnType<Network['exfiltrationPaths']>[number];
type ExfiltrationFate = ReturnType<Network['exfiltrationFates']>[number];

/** Ways of one kind of place that rules of their own judge where they start in a subnet. */
const isJudgedElsewhere = ({ id }: ExfiltrationFate['destination']): boolean =>
  id === 'storage' || isOpenInternet(id);

/** Any place, or any name under an end where anybody can register one. */
const isOpenInternet = (id: string): boolean => id === 'internet' || id.startsWith('names:');

const isSubnet = (kind: string | undefined) => kind === 'subnet';

/** Computes without any network and deployments of endpoints: rules of their own speak of these. A project is judged with its hub. */
function isOfManagedNetwork(design: Design, place: ResourceId): boolean {
  const workspace = findOfKind(design, place, 'workspace');
  return workspace !== undefined && !isShown(findResource(design, workspace.hubWorkspace));
}

const routeOf = ({ place, deployment, sources: from }: ExfiltrationFate) =>
  [place, deployment, ...from].join(' ');

const unique = (texts: readonly string[]): readonly string[] => [...new Set(texts)].sort();

const note = (doubted: Map<string, ExfiltrationPath[]>, path: ExfiltrationPath): void => {
  const key = `${path.place} ${path.decidedBy?.by}`;
  doubted.set(key, [...(doubted.get(key) ?? []), path]);
};

/** What would tell of the ways from a place that one rule leaves open: once, though the places it may hold are many. */
function* doubtOf(paths: readonly ExfiltrationPath[]): Iterable<UndecidedCheck> {
  const [first] = paths;
  const missing = flatMapped(paths, (path) => path.missing);
  const by = first?.decidedBy?.by;
  if (new Set(missing.map(({ fact }) => fact)).size < 2 || by === undefined)
    for (const { place, missing: facts } of paths) for (const one of facts) yield cannotTell(place, one);
  else if (first)
    yield cannotTell(first.place, {
      fact: `whether ${by} holds ${listed(unique(paths.map(({ destination }) => destination.title)), 3)}`,
    });
}

export const dataCanLeave = defineRule({
  id: 'data-can-leave',
  category: 'Exfiltration',
  severity: () => 'error',
  title: 'Data can leave to places that nobody approved',
  holds: 'No traced way leads data to places that nobody approved',
  remedy:
    'Name the hosts that are needed instead of the tag or the wildcard, reach your own services by private endpoints, and narrow Storage to your region.',
  messages: {
    open: (f: { opener: string; places: readonly string[]; destinations: readonly string[] }) =>
      `${f.opener} lets ${listed(f.places)} send data to ${listed(f.destinations)}`,
  },

  *check(context) {
    const { design, network, goals } = context;
    if (letsDataOut(context)) return;
    const isPrevented = goals.exfiltrationPrevention === 'on';
    if (!isPrevented && !workspacesOf(design).some(hasManagedNetwork)) return;
    const kindOf = (id: ResourceId) => findResource(design, id)?.kind;
    const judged = network.exfiltrationFates().filter(({ place, destination }) =>
      isPrevented
        ? isSubnet(kindOf(place)) || isOfManagedNetwork(design, place)
        : // Where approved places are the only goal, it is the open internet alone that breaks it.
          isOfManagedNetwork(design, place) && isOpenInternet(destination.id),
    );
    // Where everything is open, what says so is enough.
    const wide = new Set(
      judged
        .filter(
          (path) =>
            path.state === 'open' &&
            path.destination.id === 'internet' &&
            path.packet.protocol === 'Tcp' &&
            isSubnet(kindOf(path.place)),
        )
        .map(routeOf),
    );
    const open = new Map<ResourceId, ExfiltrationPath[]>();
    const doubted = new Map<string, ExfiltrationPath[]>();
    const closed = new Map<ResourceId, ExfiltrationFate[]>();
    for (const fate of judged) {
      const isElsewhere = isSubnet(kindOf(fate.place)) && isJudgedElsewhere(fate.destination);
      if (fate.state === 'open' && !isElsewhere && !wide.has(routeOf(fate))) {
        const path = network.exfiltrationPath(fate);
        const opener = path.decidedBy?.at ?? path.place;
        open.set(opener, [...(open.get(opener) ?? []), path]);
      } else if (fate.state === 'cannot-tell' && !isElsewhere && !wide.has(routeOf(fate)))
        note(doubted, network.exfiltrationPath(fate));
      else if (fate.state === 'closed') closed.set(fate.place, [...(closed.get(fate.place) ?? []), fate]);
    }
    for (const paths of doubted.values()) yield* doubtOf(paths);
    const known = new Set(
      flatMapped(judged, ({ destination }) => destination.serviceTag?.toLowerCase() ?? []),
    );
    const packets = isPrevented ? unclassifiedPackets(context, known) : [];
    const places = new Map(packets.length > 0 ? judged.map((one) => [one.place, one]) : []);
    for (const [place, fate] of places) {
      const [from = place] = fate.sources;
      if (wide.has(routeOf(fate))) continue;
      for (const tag of tagsReachedFrom(context, { ...fate.packet, from }, packets)) {
        closed.delete(place);
        yield cannotTell(place, {
          fact: `whether data can be written to a place of one’s own behind ${tag}`,
        });
      }
    }
    for (const [opener, paths] of open) {
      const places = [...new Set(paths.map(({ place }) => place))];
      yield {
        at: [opener, ...places.filter((id) => id !== opener).sort()],
        message: 'open',
        facts: {
          opener: labelOf(design, opener),
          places: unique(places.map((id) => (id === opener ? 'its computes' : labelOf(design, id)))),
          destinations: unique(paths.map(({ destination }) => destination.title)),
        },
        evidence: unique(
          paths.map(
            ({ place, destination, packet, decidedBy }) =>
              `${labelOf(design, place)}: ${packet.protocol.toUpperCase()} ${packet.port} to ${destination.title} is delivered${decidedBy ? `; ${decidedBy.place}: ${decidedBy.text}` : ''}`,
          ),
        ),
        hops: paths[0]?.hops,
      };
    }
    const total = new Map<ResourceId, number>();
    for (const { place } of judged) total.set(place, (total.get(place) ?? 0) + 1);
    for (const [place, fates] of closed)
      if (fates.length === total.get(place))
        yield passed(
          place,
          unique(
            fates
              .map((fate) => network.exfiltrationPath(fate))
              .map(
                ({ destination, decidedBy }) =>
                  `${destination.title}: ${decidedBy ? `${decidedBy.place}: ${decidedBy.text}` : 'no way leads there'}`,
              ),
          ).join('; '),
        );
  },
});
