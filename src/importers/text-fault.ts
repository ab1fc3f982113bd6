import { describesDesired, type Fault } from './fault.ts';
import { jsonFaultOf } from './json-fault.ts';

/** The language of a text that describes resources and is not JSON, by the name of its file or its first words. */
const languageOf = (name: string, text: string): string | undefined =>
  /\.tf(vars)?$/i.test(name) || /^\s*(terraform|(provider|resource|variable)\s+")/.test(text)
    ? 'Terraform'
    : /\.bicep(param)?$/i.test(name) ||
        /^\s*(param\s+\w+\s+\w|resource\s+\w+\s+'|targetScope\s*=|using\s+')/.test(text)
      ? 'Bicep'
      : undefined;

/** Why a text that is no JSON cannot be opened. */
export function textFaultOf(name: string, text: string): Fault {
  const language = languageOf(name, text);
  return language === undefined ? { error: jsonFaultOf(text) } : describesDesired(language);
}
