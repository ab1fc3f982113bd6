// What a design can be read, edited and judged without: fetched on use.
export { fixSteps } from '#rules';
