import {
  type Design,
  edits,
  findResource,
  kindInSentence,
  type Resource,
  type ResourceId,
  type ResourceKind,
} from '#model';
import { regionFor } from './attaching.ts';
import { withAddress } from './belonging.ts';
import type { CommandContext } from './command.ts';
import { createResource } from './create-resource.ts';

/** Kinds of which a new one can be made for a property of a resource. */
export const creatableFor = (
  design: Design,
  holder: Resource,
  kinds: readonly ResourceKind[],
): readonly ResourceKind[] => kinds.filter((kind) => regionFor(design, holder.id, kind) !== undefined);

/** Adds a new resource and names it in a property of the holder, as one undo step; the holder stays selected. */
export function addReferenced(
  { store, browser }: CommandContext,
  holderId: ResourceId,
  property: string,
  kind: ResourceKind,
  isList: boolean,
): void {
  const { design, edit, announce } = store.getState();
  const holder = findResource(design, holderId);
  const region = holder && regionFor(design, holder.id, kind);
  const creation = region && createResource(kind, design, region, browser.newId);
  if (!holder || !creation?.ok) return;
  const { resource } = creation;
  const present: unknown = Reflect.get(holder, property);
  const value = isList ? [...(Array.isArray(present) ? present : []), resource.id] : resource.id;
  edit(`add ${kindInSentence(kind)} to ${holder.name}`, (before) =>
    edits.updateResource(
      withAddress(edits.addResource(before, resource), resource, browser.newId),
      holder.id,
      holder.kind,
      { [property]: value },
    ),
  );
  announce(`Added ${resource.name} to ${holder.name}.`);
}
