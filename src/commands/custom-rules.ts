import { isCustomRules, rulesReader } from '#importers';
import { type CustomRules, counted } from '#model';
import type { CommandContext } from './command.ts';

/** No file of rules comes near. */
const largest = 1_000_000;

/** Files with an organisation's rules, read; and the rest, which holds resources. */
type SortedFiles =
  | { readonly ok: true; readonly rules: readonly CustomRules[]; readonly rest: readonly File[] }
  | { readonly ok: false; readonly error: string };

/** Tells files of rules from others by their content. */
export async function sortFiles(files: readonly File[]): Promise<SortedFiles> {
  const rules: CustomRules[] = [];
  const rest: File[] = [];
  for (const file of files) {
    const text = file.size <= largest ? await file.text() : '';
    if (!isCustomRules(text)) rest.push(file);
    else {
      const read = await rulesReader();
      const result = read({ name: file.name, text });
      if (!result.ok) return result;
      rules.push(result.rules);
    }
  }
  return { ok: true, rules, rest };
}

/** Rules with others added; a set takes the place of the one of its name. */
const withRules = (present: readonly CustomRules[], added: readonly CustomRules[]): readonly CustomRules[] =>
  added.reduce((sets, one) => [...sets.filter(({ name }) => name !== one.name), one], present);

/** Judges the design on screen by an organisation's rules, too: one undo step. */
export function loadRules({ store }: CommandContext, rules: readonly CustomRules[]): void {
  const { customRules, setCustomRules, setView } = store.getState();
  const count = rules.reduce((sum, set) => sum + set.rules.length, 0);
  const names = rules.map(({ name }) => name).join(', ');
  setCustomRules(`load the rules of ${names}`, withRules(customRules, rules));
  setView({
    notice: {
      tone: 'note',
      title: `Opened the rules of ${names}`,
      text: `The design is judged by ${counted(count, 'more rule')}. They are listed with the goals, where they can be removed.`,
    },
  });
}

/** Lets go of a set of an organisation's rules: one undo step. */
export function removeRules({ store }: CommandContext, name: string): void {
  const { customRules, setCustomRules } = store.getState();
  setCustomRules(
    `remove the rules of ${name}`,
    customRules.filter((one) => one.name !== name),
  );
}
