import { privateLinkServiceOf } from '#catalog';
import {
  type Design,
  findOfKind,
  findResource,
  type Resource,
  type ResourceId,
  type ResourceOf,
  refusalOf,
} from '#model';
import type { State } from '#store';
import { type Command, type CommandContext, hasSelection } from '../command.ts';
import { inSentence } from '../in-sentence.ts';
import { missingPart } from '../missing-part.ts';
import { refusal } from '../refusal.ts';
import { jointsOf, proposedJoints } from './connections.ts';
import type { Joint } from './joint.ts';
import { endpointOffer, endpointsTogether, mayHoldEndpoints, whyNoServiceEndpoint } from './service-ways.ts';

/** The ways to join that are offered now; empty where nothing is asked. */
export function offeredJoints({ design, connecting }: State): readonly Joint[] {
  const from = findResource(design, connecting?.from);
  if (!from || !connecting) return [];
  if (connecting.isOffer) return [endpointOffer(design, from)].flatMap((one) => one ?? []);
  return connecting.to === undefined
    ? proposedJoints(design, from)
    : jointsBetweenThese(design, from, connecting.to);
}

/** The ways to join two things, all that is usually wanted of a service before its parts. */
function jointsBetweenThese(design: Design, from: Resource, to: ResourceId): readonly Joint[] {
  const joints = jointsOf(design, from).filter(({ target }) => target === to);
  const isOfEndpoints = joints.some(({ way }) => way?.service === from.id && way.groupId !== undefined);
  const together = isOfEndpoints ? endpointsTogether(design, from, to) : undefined;
  return together && joints.every(({ part }) => part !== together.part) ? [together, ...joints] : joints;
}

/** What gives a new service of a kind an address in a subnet, in words: nothing where no private endpoint can. */
export function endpointsIn(kind: Resource['kind'], subnet: ResourceOf<'subnet'>): string | undefined {
  const parts = Object.keys(privateLinkServiceOf(kind)?.subresources ?? {});
  if (parts.length === 0 || !mayHoldEndpoints(subnet)) return undefined;
  return `its private endpoint${parts.length > 1 ? 's' : ''} in ${subnet.name}`;
}

/** What can be done with a service that is dropped on a subnet: nothing where it has its endpoints, or is one of several. */
export function offersToServe(
  context: CommandContext,
  [service, ...others]: readonly Resource[],
  over: ResourceId | undefined,
): readonly { readonly label: string; put(): undefined }[] {
  const { design } = context.store.getState();
  const subnet = findOfKind(design, over, 'subnet');
  if (!service || !subnet || others.length > 0 || !mayHoldEndpoints(subnet)) return [];
  const joint = endpointsTogether(design, service, subnet.id);
  if (!joint) return [];
  const put = () => join(context, joint) as undefined;
  return [{ label: joint.title, put }];
}

/** Joins two things as one undo step, and tells whether anything reaches what a way was opened to. */
export function join({ store, browser }: CommandContext, { title, apply, way }: Joint): void {
  const { design: before, edit, select, setView, announce } = store.getState();
  edit(inSentence(title), (design) => apply(design, browser.newId));
  setView({ connecting: undefined });
  announce(`Done: ${inSentence(title)}.`);
  const { design } = store.getState();
  // A peering is a thing of its own, whose settings come next.
  const made = design.resources.filter(({ id }) => !findResource(before, id));
  if (made.every(({ kind }) => kind === 'virtual-network-peering') && made[0]) select(made[0].id);
  if (way)
    void import('./told-reach.ts')
      .then(({ whyNotReached }) => {
        const text = store.getState().design === design ? whyNotReached(design, way) : undefined;
        if (text !== undefined) setView({ notice: { tone: 'note', title: 'Nothing reaches it yet', text } });
      })
      .catch(() => setView({ notice: missingPart }));
}

const whyNoMore = (service: Resource): string => {
  const why = whyNoServiceEndpoint(service);
  return why === undefined ? '' : `; ${why}`;
};

/** Why a drag from one thing to another means nothing, and what joins them. */
export function whyNotJoined(design: Design, from: ResourceId, to: ResourceId | undefined): string {
  const [one, other] = [findResource(design, from), findResource(design, to)];
  const service = [one, other].find((each) => each && privateLinkServiceOf(each.kind));
  const place = service === one ? other : one;
  if (service && place?.kind === 'subnet') {
    const refused = refusalOf('private-endpoint', place);
    if (refused) return `${service.name} has no private endpoint in ${place.name}: ${refused}`;
  }
  if (service && (place?.kind === 'subnet' || place?.kind === 'private-endpoint'))
    return `${service.name} has its private endpoints already${place.kind === 'subnet' ? whyNoMore(service) : ''}.`;
  if (service && place?.kind === 'virtual-network')
    return `A private endpoint in a subnet of ${place.name} joins ${service.name} to it.`;
  return `${one?.name} and ${other?.name} are not joined directly.`;
}

/** What a drag from one thing to another does: the one thing it can mean, a choice, or a word that it means nothing. */
export function joinTo(
  context: CommandContext,
  from: Joint['target'],
  to: Joint['target'],
  /** Where a pointer let go, in the window's pixels. */
  at?: { readonly x: number; readonly y: number },
): void {
  const { design, setView } = context.store.getState();
  const resource = findResource(design, from);
  const joints = resource ? jointsOf(design, resource).filter(({ target }) => target === to) : [];
  const [only] = joints;
  if (only && joints.length === 1) join(context, only);
  else if (only) setView({ connecting: { from, to, ...(at ? { at } : {}) } });
  else {
    setView({ notice: { ...refusal, text: whyNotJoined(design, from, to) } });
  }
}

/** Opens the list of what the selection can be joined to. */
export const connect: Command = {
  id: 'connect',
  title: 'Connect the selection',
  shortcut: 'c',
  isAboutSelection: true,
  isForCanvas: true,
  isEnabled: (state) => hasSelection(state) && findResource(state.design, state.selection) !== undefined,
  run: ({ store }) => {
    const { selection, setView } = store.getState();
    if (selection) setView({ connecting: { from: selection } });
  },
};
