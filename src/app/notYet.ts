/** Jira has not answered, or not yet: the event must come again. */
export class NotYet extends Error {
  constructor(readonly seconds: number) {
    super('Jira could not be asked about an event');
    this.name = 'NotYet';
  }
}
