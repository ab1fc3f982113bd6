// What a design can be read, edited and judged by Isoplan's own rules without: fetched on use.
export { customRulesOf, fixSteps } from '#rules';
