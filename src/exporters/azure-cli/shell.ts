/** A word for a POSIX shell: in single quotes nothing means anything but the quote itself. */
export const quoted = (word: string): string => `'${word.replaceAll("'", "'\\''")}'`;

/**
 * Whether the Azure CLI takes a word as it is: one that begins with `@` it reads from a file, one with `-` it takes for
 * an option, and control characters are in no name of Azure.
 * https://learn.microsoft.com/cli/azure/use-azure-cli-successfully-troubleshooting
 */
export const isPlainWord = (word: string): boolean => /^[\p{L}\p{N}*._/][^\p{Cc}\u2028\u2029]*$/u.test(word);

/** One option with its values; each is joined to a name or quoted, so that none is taken for another option. */
export type Option = readonly [name: string, ...values: readonly string[]];

/** A command over several lines; options without values are left out. */
export const command = (name: string, options: readonly Option[]): string =>
  [
    name,
    ...options.flatMap(([option, ...values]) =>
      values.length === 0
        ? []
        : values.length === 1
          ? [`  ${option}=${values.map(shellWord).join('')}`]
          : [`  ${option} ${values.map(shellWord).join(' ')}`],
    ),
  ].join(' \\\n');

/** A variable of the script stands as it is, in double quotes. */
const shellWord = (word: string): string => (word === resourceGroup ? `"${resourceGroup}"` : quoted(word));

/** Set at the top of every script. */
export const resourceGroup = '$RESOURCE_GROUP';

/** The lines that every script begins with. `group` is what the design knows of the resource group. */
export const scriptHead = (comments: readonly string[], group: string | undefined): readonly string[] => [
  '#!/usr/bin/env bash',
  ...comments.map((comment) => `# ${comment}`),
  'set -euo pipefail',
  group === undefined
    ? `: "$\{RESOURCE_GROUP:?set it to the resource group first}"`
    : `RESOURCE_GROUP="$\{RESOURCE_GROUP:-${group}}"`,
  '',
];

/** The resource group in an Azure resource id, where its name is one that a script can hold. */
export const resourceGroupOf = (azureId: string | undefined): string | undefined =>
  /\/resourceGroups\/([\w.()-]+)\//i.exec(azureId ?? '')?.[1];
