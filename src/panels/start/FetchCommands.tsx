import { fetchCommands } from '#catalog';
import { styled } from '#ui';
import { CommandLine } from '../CommandLine.tsx';

const Children = styled('ul')({
  display: 'grid',
  gap: 8,
  listStyle: 'none',
  margin: 0,
  padding: 0,
  fontSize: 12,
});

const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** The command for each child type that a graph query leaves out. */
export function FetchCommands() {
  return (
    <Children>
      {fetchCommands.map((fetch) => (
        <li key={fetch.armType}>
          {sentence(fetch.title)}, for each <span className="mono">{'{id}'}</span>
          <CommandLine command={`${fetch.command} > "${fetch.armType.split('/').at(-1)}.json"`} />
        </li>
      ))}
    </Children>
  );
}
