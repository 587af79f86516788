import { jiraText, refusedFields } from '../../src/jira/errorText';

test('the platform’s messages come first, then those of fields', () => {
  const body = { errorMessages: ['One.', 'Two.'], errors: { summary: 'Too long.' } };
  expect(jiraText(body)).toBe('One. Two. summary: Too long.');
  expect(refusedFields(body)).toEqual(['summary']);
});

test('the service desk’s sentence is read', () => {
  const body = { errorMessage: 'The field Summary is required.', i18nErrorMessage: { i18nKey: 'x', parameters: [] } };
  expect(jiraText(body)).toBe('The field Summary is required.');
});

test('plain text is Jira’s word, a page of the gateway is not', () => {
  expect([jiraText('Rate limit exceeded'), jiraText(' <html>Bad gateway</html>')]).toEqual([
    'Rate limit exceeded',
    undefined,
  ]);
});

test.each([[null], [7], [{}], [''], [{ errorMessages: 'no list', errors: [1] }]])('%j says nothing', (body) => {
  expect([jiraText(body), refusedFields(body)]).toEqual([undefined, []]);
});

test('a long text is cut', () => {
  expect(jiraText('x'.repeat(2_000))).toHaveLength(500);
});
