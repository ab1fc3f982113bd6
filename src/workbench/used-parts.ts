import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';
import { type Replacement, replaced } from './replaced.ts';
import { usedPartsOfReact } from './used-parts-of-react.ts';

/** What React Flow would do if it were given edges, connections or nodes of its own kinds, or told to select, to delete or to fit its view. */
const unaskedOfReactFlow: readonly Replacement[] = [
  [/ = memo\(EdgeRendererComponent\);/, ' = () => null;'],
  [/jsx\(ConnectionLineWrapper,/, 'jsx(EdgeRenderer,'],
  [/nodesSelectionActive && \(jsx\(NodesSelection, \{[^}]*\}\)\)/, 'null'],
  [/jsx\(UserSelection, \{\}\)/, 'null'],
  [/jsx\(Attribution, \{[^}]*\}\)/, 'null'],
  [/jsx\(SelectionListener, \{[^}]*\}\)/, 'null'],
  [/const builtinNodeTypes = \{[^}]*\}/, 'const builtinNodeTypes = {}'],
  [/(?<=const isSelectionEnabled = )elementsSelectable && [^;]*/, 'false'],
  [/useGlobalKeyHandler\(\{ deleteKeyCode, multiSelectionKeyCode \}\);/, ''],
  [/(?<=const generalHelper = )useMemo\(.*?\n {4}\}, \[\]\);/s, '{};'],
  [/const batchContext = useBatchContext\(\);/, ''],
  [/jsx\(BatchProvider, \{ children: (jsx\(HandleConfigProvider, \{[^}]*\}\)) \}\)/, '$1'],
  [/ {12}fitBounds: .*?\n {12}\},\n/s, ''],
  [/(?<=if \()fitView && width && height/, 'false'],
  [/(?<=if \()fitViewQueued && nodesInitialized/, 'false'],
  [/(?<=updateAbsolutePositions\([^;]*;\s+if \()fitViewQueued/, 'false'],
  [/(?<=if \()parentExpandChildren\.length > 0/, 'false'],
  [/(?<=if \()hasDefaultNodes(?=\) \{\s+const updatedNodes)/, 'false'],
  [/(?<=if \()hasDefaultEdges(?=\) \{\s+const updatedEdges)/, 'false'],
];

/** What it says to who develops with it, of which a built page prints nothing. */
const withoutAdvice = (code: string): string =>
  code.replaceAll(/errorMessages\['(error\d+)'\]\([^()]*\)/g, "'$1'");

/** Names for developer tools and calls that nobody declared harmless keep parts of React Flow that nobody uses. */
const usedPartsOfReactFlow = (): Plugin => ({
  name: 'used-parts-of-react-flow',
  apply: 'build',
  transform: {
    filter: { id: /@xyflow\/react\/dist\/esm\/index/ },
    handler(code) {
      return withoutAdvice(replaced(code, unaskedOfReactFlow, this))
        .replaceAll(/^\w+\.displayName = .*;$/gm, '')
        .replaceAll(/(?<= = |\()(memo|fixedForwardRef|create\w+Edge)\(/g, '/* @__PURE__ */ $1(');
    },
  },
});

/** No node grows with what it holds. */
const usedPartsOfNodes = (): Plugin => ({
  name: 'used-parts-of-nodes',
  apply: 'build',
  transform: {
    filter: { id: /@xyflow\/system\/dist\/esm\/index/ },
    handler(code) {
      return withoutAdvice(replaced(code, [[/(?<=if \()parentExpandChildren\.length > 0/, 'false']], this));
    },
  },
});

/** React Flow moves its view by one way between two places; what else d3 can interpolate is never asked for. */
const oneInterpolation = (): Plugin => ({
  name: 'one-interpolation',
  apply: 'build',
  transform: {
    filter: { id: /\/(@xyflow\/system|d3-interpolate)\/dist\// },
    handler: (code) =>
      code
        .replaceAll("options?.interpolate === 'linear' ? interpolate : interpolateZoom", 'interpolateZoom')
        .replaceAll(/^(var [\w$]+ = )(?=\(function|\w+\()/gm, '$1/* @__PURE__ */ '),
  },
});

/** React Flow has one element listen and keep its view; what else d3 does with elements is never asked for. */
const usedPartsOfSelections = (): Plugin => ({
  name: 'used-parts-of-selections',
  apply: 'build',
  transform: {
    filter: { id: /\/d3-selection\/dist\// },
    handler(code) {
      const unused =
        / {2}(?!(?:filter|selection|call|node|each|style|property|datum|on):)\w+: selection_\w+,\n/g;
      if (!unused.test(code)) this.error('The methods of selections stand elsewhere now');
      return code.replaceAll(unused, '');
    },
  },
});

/** What is kept out of the page: an upgrade that undoes it must not pass in silence. */
const keptOut = /\/(d3-color|d3-ease|d3-timer|d3-transition|ButtonBase\/TouchRipple)/;

/** Kilobytes, packed as they are sent. What is fetched beside it until a design can be edited is about six more. */
const heaviestStart = 340;

const checkedForWeight = (): Plugin => ({
  name: 'checked-for-weight',
  apply: 'build',
  generateBundle(_, bundle) {
    const started = new Set(Object.keys(bundle).filter((file) => /\bindex-[^/]*\.js$/.test(file)));
    let bytes = 0;
    for (const file of started) {
      const chunk = bundle[file];
      if (chunk?.type !== 'chunk') continue;
      bytes += gzipSync(chunk.code).length;
      for (const other of chunk.imports) started.add(other);
    }
    if (bytes > heaviestStart * 1024)
      this.error(
        `The page starts with ${Math.ceil(bytes / 1024)} KB of JavaScript, more than ${heaviestStart}`,
      );
    for (const chunk of Object.values(bundle))
      if (chunk.type === 'chunk')
        for (const [id, { renderedLength }] of Object.entries(chunk.modules))
          if (renderedLength > 0 && keptOut.test(id)) this.error(`${id} is back in ${chunk.fileName}`);
  },
});

const nothing = '\0nothing';

/** The theme turns ripples off, so their code is never run. */
const withoutRipples = (): Plugin => ({
  name: 'without-ripples',
  apply: 'build',
  enforce: 'pre',
  resolveId: (source) => (source === './TouchRipple.mjs' ? nothing : null),
  load: (id) => (id === nothing ? 'export default () => null;' : null),
});

/** Leaves out of the page what it never asks of its libraries, and of which a bundler cannot know that. */
export const usedParts = (): Plugin[] => [
  usedPartsOfReact(),
  usedPartsOfReactFlow(),
  usedPartsOfNodes(),
  oneInterpolation(),
  usedPartsOfSelections(),
  withoutRipples(),
  checkedForWeight(),
];
