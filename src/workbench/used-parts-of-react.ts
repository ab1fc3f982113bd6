import type { Plugin, Rolldown } from 'vite';
import { type Replacement, replaced } from './replaced.ts';
import { type UnusedParts, withoutParts } from './without-parts.ts';

/** What is left out was looked for in this one. */
const version = '19.3.1';

/** Exports of its modules that the page does not use: who begins to use one takes it, and what it needs, off these lists. */
export const unusedExports: ReadonlySet<string> = new Set([
  'Component',
  'Profiler',
  'PureComponent',
  'Suspense',
  'ViewTransition',
  '__COMPILER_RUNTIME',
  'addTransitionType',
  'cache',
  'cacheSignal',
  'createRef',
  'hydrateRoot',
  'lazy',
  'preconnect',
  'prefetchDNS',
  'preinit',
  'preinitModule',
  'preload',
  'preloadModule',
  'requestFormReset',
  'unstable_batchedUpdates',
  'unstable_useCacheRefresh',
  'useActionState',
  'useFormState',
  'useFormStatus',
  'useOptimistic',
]);

/** What nothing here has to do with, and what is answered where it is asked all the same. */
const functions = new Map(
  Object.entries({
    // What a server has rendered.
    attemptExplicitHydrationTarget: '',
    clearIfContinuousEvent: '',
    commitActivityHydrationCallbacks: '',
    commitSuspenseHydrationCallbacks: '',
    getActivityInstanceFromFiber: 'return null',
    getSuspenseInstanceFromFiber: 'return null',
    markRetryLaneIfNotHydrated: '',
    popHydrationState: 'return false',
    popToNextHostParent: '',
    popTreeContext: '',
    queueIfContinuousEvent: 'return false',
    resetHydrationState: '',
    retryIfBlockedOn: '',
    upgradeHydrationErrorsToRecoverable: 'return null',
    // Fragments with a ref.
    FragmentInstance: "throw Error('A fragment has no ref')",
    commitFragmentInstanceDeletionEffects: '',
    commitFragmentInstanceInsertionEffects: '',
    commitNewChildToFragmentInstances: '',
    isFragmentInstanceParent: 'return false',
    // Transitions of views, and pictures and style sheets that a transition waits for.
    accumulateSuspenseyCommitOnFiber: '',
    claimQueuedTransitionTypes: 'return null',
    getHoistableRoot: '',
    preloadInstanceAndSuspendIfNeeded: '',
    pushMutationContext: '',
    queueTransitionTypes: '',
    // Forms that are sent to a function.
    ensureFormComponentIsStateful: '',
    extractEvents$1: '',
    recursivelyResetForms: '',
    // Elements with names of their own.
    isCustomElement: 'return false',
    // In which component an error was thrown. Nobody reads it, and where in the code it was stands in the error.
    getStackByFiberInDevAndProd: "return ''",
  }),
);

const unused: UnusedParts = {
  exports: unusedExports,
  functions,
  classes: new Set(['FragmentInstance', 'ReactDOMHydrationRoot', 'ViewTransitionPseudoElement']),
  properties: new Set([
    'useActionState',
    'useCacheRefresh',
    'useFormState',
    'useHostTransitionStatus',
    'useMemoCache',
    'useOptimistic',
  ]),
  variables: new Map([
    ['isHydrating', 'false'],
    ['inUpdateViewTransition', 'false'],
    ['rootViewTransitionNameCanceled', 'false'],
    ['shouldStartViewTransition', 'false'],
  ]),
  members: new Map([
    ['dehydrated', 'null'],
    ['isDehydrated', 'false'],
  ]),
  // Kinds of what is rendered. One that were there all the same would throw error 156.
  tags: new Set([
    1, // classes
    9, // consumers of a context
    12, // Profiler
    13, // Suspense
    16, // lazy
    18, // what a server has rendered
    19, // SuspenseList
    23, // what was hidden before there was Activity
    24, // Cache
    25, // TracingMarker
    26, // elements that belong into the head
    27, // html, head and body
    30, // ViewTransition
  ]),
  // Lanes in which a transition of views could begin.
  masks: new Set([335544064]),
};

const unaskedOfReact: readonly Replacement[] = [
  [/isHostHoistableType\(\s+type,\s+pendingProps[^;]*: 5;/, '5;'],
  [
    /isViewTransitionEligible \|\|\s+subtreeFlags & 8192 \|\|\s+16785408 === \(subtreeFlags & 16785408\)/,
    'false',
  ],
  [/(?<=ReactDOMSharedInternals\.d = \{\s+f: flushSyncWork),[^}]*/, ''],
];

/** A module of React as the page has it. */
export function usedReact(code: string, build: Pick<Rolldown.PluginContext, 'error'>): string {
  if (!code.includes(`exports.version = "${version}"`))
    build.error(`This is not React ${version}, in which was looked for what can be left out`);
  if (!code.includes('exports.createRoot')) return withoutParts(code, { ...unused, functions: new Map() });
  return withoutParts(replaced(code, unaskedOfReact, build), unused, (name) =>
    build.error(`React has no ${name} any more`),
  );
}

/**
 * A third of React DOM is for what this page does not do: taking over what a server has rendered, transitions of views,
 * forms and elements of its own. Its modules come as a whole, so a bundler cannot leave that out.
 */
export const usedPartsOfReact = (): Plugin => ({
  name: 'used-parts-of-react',
  apply: 'build',
  transform: {
    filter: { id: /\/(react|react-dom)\/cjs\/react(-dom|-dom-client)?\.production\.js/ },
    handler(code) {
      return usedReact(code, this);
    },
  },
});
