import { routes } from '@jalon/types';
import Fastify, { type FastifyInstance, LogController } from 'fastify';
import { validatorCompiler } from 'fastify-type-provider-zod';
import type { Parts } from './parts.ts';
import { answerSerializer } from './plugins/app/answer-serializer.ts';
import { authenticate } from './plugins/app/authentication.ts';
import { drainOnClose } from './plugins/app/drain.ts';
import { limits } from './plugins/app/limits.ts';
import { refuseTheRest } from './plugins/app/method-not-allowed.ts';
import { refuseGaps, watchServed } from './plugins/app/route-gaps.ts';
import { refuseForeignOrigins } from './plugins/app/origin.ts';
import { enforcePermissions } from './plugins/app/permissions.ts';
import { answerWithProblems, refuseUnreadable, sendProblem } from './plugins/app/problems.ts';
import { proxyTrust } from './plugins/app/proxy-trust.ts';
import { describeError, logRequests, nothingOfIt } from './plugins/app/request-log.ts';
import { boundStreams } from './plugins/app/streams.ts';
import { takeUploads } from './plugins/app/uploads.ts';
import { handToWeb } from './plugins/app/web.ts';
import { protectiveHeaders } from './plugins/external/headers.ts';
import { measureRequests } from './plugins/external/metrics.ts';
import { documentApi } from './plugins/external/openapi.ts';
import { limitRequests } from './plugins/external/rate-limit.ts';
import { tokens } from './plugins/external/tokens.ts';
import { accommodationRoutes } from './routes/accommodations.ts';
import { attemptRoutes } from './routes/attempts.ts';
import { caseRoutes } from './routes/case.ts';
import { classRoutes } from './routes/classes.ts';
import { cohortExportRoutes } from './routes/cohort-exports.ts';
import { cohortRoutes } from './routes/cohort.ts';
import { frameworkRoutes } from './routes/framework.ts';
import { galleryRoutes } from './routes/gallery.ts';
import { groupRoutes } from './routes/groups.ts';
import { healthRoutes } from './routes/health.ts';
import { metricsRoutes } from './routes/metrics.ts';
import { ownDataRoutes } from './routes/own-data.ts';
import { qualityRoutes } from './routes/quality.ts';
import { schoolRoutes } from './routes/school.ts';
import { sessionRoutes } from './routes/session.ts';
import { staffRoutes } from './routes/staff.ts';
import { transferRoutes } from './routes/transfers.ts';
import { exportFilesIn } from './services/cohorts/exports/files.ts';
import { releaseGallery } from './services/gallery/bank.ts';
import { ledgerIn } from './services/rights/ledger.ts';
import { deriveKeys } from './services/keys.ts';
import { productVersion } from './version.ts';

/** Builds the server from its parts, without listening. Whoever built it closes the store. */
export async function buildApp(parts: Parts): Promise<FastifyInstance> {
  const { config, services, logger, web } = parts;
  const keys = deriveKeys(config.secret);
  const closing = new AbortController();
  const app = Fastify({
    logger: {
      ...logger,
      serializers: { err: describeError, error: describeError, req: nothingOfIt, res: nothingOfIt },
    },
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: services.newId,
    trustProxy: proxyTrust(config.trustedProxies),
    bodyLimit: limits.bodyBytes,
    requestTimeout: limits.requestMs,
    connectionTimeout: limits.silentMs,
    keepAliveTimeout: limits.keepAliveMs,
    http: { headersTimeout: limits.headersMs, connectionsCheckingInterval: limits.lookMs },
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    clientErrorHandler: (error, socket) => refuseUnreadable(error, socket, services.newId()),
    frameworkErrors: (error, request, reply) => void sendProblem(error, request, reply),
  });
  app.setValidatorCompiler(validatorCompiler);
  const strict = parts.checkAnswers === true;
  const onBroken = (route: string, why: string) => {
    if (strict) throw new Error(`${route} broke the contract: ${why}.`);
    app.log.error({ route, why }, 'an answer broke the contract');
  };
  app.setSerializerCompiler(answerSerializer(onBroken, strict));
  app.server.maxConnections = limits.connections;
  app.decorate('closing', { getter: () => closing.signal });
  const streams = boundStreams({ most: config.streams, mostEach: limits.streamsAPerson });
  app.decorate('streams', { getter: () => streams });
  app.decorateRequest('refusedFor', null);
  app.addHook('preClose', async () => closing.abort());
  drainOnClose(app);

  logRequests(app);
  const registry = measureRequests(app, {
    services,
    streams,
    version: productVersion,
    backup: parts.backup ?? (() => null),
  });
  answerWithProblems(app);
  await tokens(app, keys.accessToken);

  await app.register(async (api) => {
    api.removeContentTypeParser('text/plain');
    takeUploads(api);
    api.addHook('onRequest', async (request, reply) => {
      reply.headers({ 'x-request-id': request.id, 'cache-control': 'no-store' });
    });
    protectiveHeaders(api, config.origin?.startsWith('https:') === true);
    authenticate(api, services.store);
    refuseForeignOrigins(api, config.origin);
    await limitRequests(api, config.requestsPerMinute);
    enforcePermissions(api, services.store);
    await documentApi(api);
    const served = watchServed(api);

    const { origin, staffFactor: required } = config;
    sessionRoutes(api, services, { keys, origin, required });
    attemptRoutes(api, services);
    classRoutes(api, services);
    accommodationRoutes(api, services);
    groupRoutes(api, services);
    schoolRoutes(api, services, { keys, origin: config.origin });
    staffRoutes(api, services, {
      ledger: ledgerIn(config.dataFolder),
      origin: config.origin,
      isDemo: config.demo,
    });
    transferRoutes(api, services);
    ownDataRoutes(api, services, { keepMonths: config.keepMonths });
    cohortRoutes(api, services);
    cohortExportRoutes(api, services, exportFilesIn(config.dataFolder));
    qualityRoutes(api, services);
    const known = parts.framework ?? { crosswalks: [], sequences: [], releaseDays: new Map() };
    frameworkRoutes(api, services, known);
    caseRoutes(api, { engines: services.engines, ...known }, config);
    galleryRoutes(api, parts.gallery ?? releaseGallery(services.engines.current));
    healthRoutes(api, services, parts.leaving ?? closing.signal);
    metricsRoutes(api, registry);
    refuseTheRest(api);
    refuseGaps(routes, served);
  });
  if (web) await handToWeb(app, web, config.origin);
  return app;
}
