import { privateLinkServiceOf } from '#catalog';
import { type Design, findResource, type ResourceId } from '#model';
import type { State } from '#store';
import { type Command, type CommandContext, hasSelection } from '../command.ts';
import { inSentence } from '../in-sentence.ts';
import { refusal } from '../refusal.ts';
import { endpointOffer, type Joint, jointsOf } from './connections.ts';

/** The ways to join that are offered now; empty where nothing is asked. */
export function offeredJoints({ design, connecting }: State): readonly Joint[] {
  const from = findResource(design, connecting?.from);
  if (!from || !connecting) return [];
  if (connecting.isOffer) return [endpointOffer(design, from)].flatMap((one) => one ?? []);
  return jointsOf(design, from).filter(
    ({ target }) => connecting.to === undefined || target === connecting.to,
  );
}

/** Joins two things as one undo step. */
export function join({ store, browser }: CommandContext, joint: Joint): void {
  const { edit, setView, announce } = store.getState();
  edit(inSentence(joint.title), (design) => joint.apply(design, browser.newId));
  setView({ connecting: undefined });
  announce(`Done: ${inSentence(joint.title)}.`);
}

/** Why a drag from one thing to another means nothing, and what joins them. */
export function whyNotJoined(design: Design, from: ResourceId, to: ResourceId | undefined): string {
  const [one, other] = [findResource(design, from), findResource(design, to)];
  const service = [one, other].find((each) => each && privateLinkServiceOf(each.kind));
  const place = service === one ? other : one;
  if (service && (place?.kind === 'subnet' || place?.kind === 'private-endpoint'))
    return `${service.name} has its usual private endpoints already.`;
  if (service && place?.kind === 'virtual-network')
    return `A private endpoint in a subnet of ${place.name} joins ${service.name} to it.`;
  return `${one?.name} and ${other?.name} are not joined directly.`;
}

/** What a drag from one thing to another does: the one thing it can mean, a choice, or a word that it means nothing. */
export function joinTo(context: CommandContext, from: Joint['target'], to: Joint['target']): void {
  const { design, setView } = context.store.getState();
  const resource = findResource(design, from);
  const joints = resource ? jointsOf(design, resource).filter(({ target }) => target === to) : [];
  const [only] = joints;
  if (only && joints.length === 1) join(context, only);
  else if (only) setView({ connecting: { from, to } });
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
