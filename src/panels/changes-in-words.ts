import { type Design, findResource, type ResourceId } from '#model';
import { fieldsOf } from './inspector/fields/fields-of.ts';
import { type Then, thenOf } from './inspector/then-words.ts';

/** What would change of a resource under one name of the inspector, as short as its words come. */
export type ChangeInWords = Pick<Then, 'sign' | 'words' | 'was'> & { readonly label: string };

/** What would change of each resource that both designs have, in the words of the inspector. */
export const changesInWords =
  (before: Design, after: Design) =>
  (resource: ResourceId): readonly ChangeInWords[] => {
    const [was, is] = [findResource(before, resource), findResource(after, resource)];
    if (!was || !is) return [];
    return fieldsOf(is.kind).flatMap((field) =>
      thenOf(field, [was, before], [is, after]).map(({ sign, words, name, was: past }) => ({
        label: field.label,
        sign,
        words: name ?? words,
        ...(past === undefined ? {} : { was: past }),
      })),
    );
  };
