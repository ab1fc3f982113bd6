import { type Plain, wordsOf } from '#model';
import { type Control, textOf } from './field.ts';

/** A value as the control of its field shows it, whose references are called by `nameOf`; nothing is `None`. */
export function valueWords(control: Control, value: unknown, nameOf: (reference: unknown) => string): string {
  if (control.type === 'choice') return control.options.find(([one]) => one === value)?.[1] ?? textOf(value);
  if (value === '' || (Array.isArray(value) && value.length === 0)) return 'None';
  if (control.type !== 'reference' && control.type !== 'references') return wordsOf(value as Plain);
  const names = [value].flat().map(nameOf);
  return names.filter((name) => name !== '').join(', ') || 'None';
}
