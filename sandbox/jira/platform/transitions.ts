import { param, type JiraCall } from '../jiraCall';
import { RESOLUTIONS, type Transition } from '../model/catalogue';
import { doTransition, transitionsFor } from '../model/transitions';
import { visibleIssue } from '../model/permissions';
import { record, text } from '../read';
import { refuse } from '../refusal';
import { noContent, ok, route, type Answer, type Route } from '../router';
import { resolutionView, statusView } from '../views/catalogueViews';
import { notOnScreen, readResolution } from './issueFields';
import { readCommentUpdates } from './issues';

export const transitionRoutes: readonly Route[] = [
  route('GET /issue/:issue/transitions', list),
  route('POST /issue/:issue/transitions', perform),
];

function list(call: JiraCall): Answer {
  const issue = visibleIssue(call.site, call.me, param(call, 'issue'));
  const withFields = (call.query.get('expand') ?? '').includes('transitions.fields');
  const wanted = call.query.get('transitionId');
  const transitions = transitionsFor(call.site, call.actor, issue).filter((one) => !wanted || one.id === wanted);
  return ok(
    { expand: 'transitions', transitions: transitions.map((one) => view(call, one, withFields)) },
    transitions.length,
  );
}

function view({ site }: JiraCall, transition: Transition, withFields: boolean) {
  return {
    id: transition.id,
    name: transition.name,
    to: statusView(site, transition.to),
    hasScreen: transition.screen === true,
    isGlobal: false,
    isInitial: false,
    isAvailable: true,
    isConditional: false,
    isLooped: false,
    ...(withFields && {
      fields: transition.screen
        ? {
            resolution: {
              required: true,
              schema: { type: 'resolution', system: 'resolution' },
              name: 'Resolution',
              key: 'resolution',
              hasDefaultValue: false,
              operations: ['set'],
              allowedValues: RESOLUTIONS.map(({ id }) => resolutionView(site, id)),
            },
          }
        : {},
    }),
  };
}

function perform(call: JiraCall): Answer {
  const { site, actor, body } = call;
  const issue = visibleIssue(site, call.me, param(call, 'issue'));
  const id = text(record(body.transition).id);
  if (id === undefined) throw refuse(400, "Missing 'transition' identifier");
  const transition = transitionsFor(site, actor, issue).find((one) => one.id === id);
  if (!transition)
    throw refuse(
      400,
      `It seems that you have tried to perform a workflow operation (${id}) that is not valid for the current state of this issue.`,
    );
  const { resolution, ...others } = record(body.fields);
  const { comment, ...updates } = record(body.update);
  const [stranger] = [...Object.keys(others), ...Object.keys(updates)];
  if (stranger !== undefined) throw notOnScreen(stranger);
  const change = resolution === undefined ? {} : { resolutionId: readResolution(resolution) };
  doTransition(site, actor, { issue, transition, change, comments: readCommentUpdates(call, comment) });
  return noContent();
}
