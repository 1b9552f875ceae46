# The base has Node itself: the npm package `node`, which pins it elsewhere, is a development dependency and left out.
FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json prisma.config.ts ./
COPY prisma ./prisma
# The install ends with `prisma generate`, which writes the client into src/db/generated.
RUN npm ci --omit=dev --no-audit --no-fund

FROM node:24-slim
ENV NODE_ENV=production \
    LIAISON_DATA=/data \
    LIAISON_MONITOR_PORT=9464
WORKDIR /app
COPY --from=build /app/node_modules ./node_modules
COPY package.json manifest.yml ./
COPY prisma ./prisma
COPY src ./src
COPY --from=build /app/src/db/generated ./src/db/generated
RUN install -d -o node -g node -m 0700 /data
VOLUME /data
USER node
EXPOSE 9464
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
    CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.LIAISON_MONITOR_PORT + '/health').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--disable-warning=ExperimentalWarning", "--import", "./src/compile-cache.ts", "src/main.ts"]
