/** What can be opened without a file, alone: whoever imports all of `#blueprints` on use brings the planner with it. */
export { blueprints, exercises } from '#blueprints';
