import { fetchCommands } from '#catalog';

const management = 'https://management.azure.com{id}';

/** One line a child type, from the commands that findings give for a single parent. */
const call = ({ armType, command }: (typeof fetchCommands)[number]): string => {
  const parentType = armType.slice(0, armType.lastIndexOf('/'));
  const [, path = ''] = /\{id\}([^"]*)"/.exec(command) ?? [];
  return `children ${parentType} '${path}'`;
};

/** A script that asks for the children of everything in the subscription. */
export const fetchChildrenScript = (): string =>
  [
    'children() { # type of the parents, path of the children',
    '  az resource list --resource-type "$1" --query \'[].id\' --output tsv | while read -r id; do',
    '    file="children-$(printf %s "$id$2" | cksum | cut -d" " -f1).json"',
    `    az rest --method get --url "${management.replace('{id}', '$id$2')}" > "$file" < /dev/null || rm "$file"`,
    '  done',
    '}',
    ...fetchCommands.map(call),
  ].join('\n');
