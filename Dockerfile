# Not built yet, and checked by no linter: npm ci, the start without settings and the health check were tried outside a container.

# It is the Node of package-lock.json; the optional packages, which bring that Node along, are therefore left out.
# With the digest of the image you have looked at, it cannot change under the tag: compose.override.yaml, docs/operations.md.
ARG NODE_IMAGE=node:26.10.0-slim
FROM ${NODE_IMAGE}

ENV NODE_ENV=production \
    NPM_CONFIG_CACHE=/tmp/.npm \
    NPM_CONFIG_LOGS_MAX=0 \
    NPM_CONFIG_UPDATE_NOTIFIER=false

WORKDIR /app

COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --omit=optional && rm -rf /tmp/.npm

# The doctor compares the permissions Slack granted with manifest.yml.
COPY manifest.yml access.example.yml LICENSE ./
COPY bin ./bin
COPY src ./src

# The only folder the app writes to: the rest may be read-only, and belongs to root.
RUN mkdir data && chown node:node data && chmod 700 data
VOLUME /app/data

USER node

# In Socket Mode nothing but the health check uses it.
EXPOSE 3000

# 200 in Socket Mode while the connection is up, in HTTP mode while the port is open. Docker shows "unhealthy" and restarts
# nothing: the app reconnects by itself.
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 3000}/readyz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]

# Node itself, and neither a shell nor npm: so SIGTERM and SIGHUP reach the app.
CMD ["node", "--max-old-space-size=192", "bin/callsummary.js"]
