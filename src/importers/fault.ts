/** Why a file cannot be opened, and what makes one that can. */
export interface Fault {
  readonly error: string;
  readonly command?: string;
}

/** Where there is only a description of what is to be, what is can be had. */
export const describesDesired = (what: string): Fault => ({
  error: `This is ${what}, which this version does not open yet. Open an export of what is deployed, as this command writes it:`,
  command: 'az graph query -q "resources" --first 1000 --output json > estate.json',
});
