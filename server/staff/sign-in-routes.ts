import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import {
  doneSchema,
  signInChallengeSchema,
  signInRequestSchema,
  signUpChallengeRequestSchema,
  signUpChallengeSchema,
  signUpRequestSchema,
} from '#shared/contracts/staff.ts'
import { staffRoutes } from '#shared/contracts/staff-routes.ts'
import type { SignIn } from './sign-in.ts'
import { sessionCookie } from './staff-cookie.ts'

export interface SignInRouteOptions {
  readonly signIn: SignIn
  readonly limitTries: (address: string) => void
}

/** Coming in: the first time by a link, then by a passkey. The only routes for people who are not in. */
export const signInRoutes: FastifyPluginAsyncZod<SignInRouteOptions> = async (app, { signIn, limitTries }) => {
  const onRequest = async (request: FastifyRequest) => limitTries(request.ip)
  const letIn = (reply: FastifyReply, token: string) => {
    void reply.header('set-cookie', sessionCookie(token))
    return { done: true as const }
  }
  app.route({
    method: 'POST',
    url: staffRoutes.signUpChallenge,
    onRequest,
    schema: { body: signUpChallengeRequestSchema, response: { 200: signUpChallengeSchema } },
    handler: request => signIn.challengeSignUp(request.body.token),
  })
  app.route({
    method: 'POST',
    url: staffRoutes.signUp,
    onRequest,
    schema: { body: signUpRequestSchema, response: { 200: doneSchema } },
    handler: async ({ body }, reply) => letIn(reply, await signIn.signUp(body.token, body.response)),
  })
  app.route({
    method: 'POST',
    url: staffRoutes.signInChallenge,
    onRequest,
    schema: { response: { 200: signInChallengeSchema } },
    handler: () => signIn.challengeSignIn(),
  })
  app.route({
    method: 'POST',
    url: staffRoutes.signIn,
    onRequest,
    schema: { body: signInRequestSchema, response: { 200: doneSchema } },
    handler: async ({ body }, reply) => letIn(reply, await signIn.signIn(body.response)),
  })
}
