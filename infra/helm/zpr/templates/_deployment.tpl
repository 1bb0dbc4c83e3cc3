{{/* The deployment of a role: (dict "top" . "role" "api" "values" .Values.api "ports" LIST "environment" TEXT) */}}
{{- define "zpr.deployment" -}}
{{- $top := .top -}}
apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ include "zpr.name" $top }}-{{ .role }}
  labels:
    {{- include "zpr.labels" $top | nindent 4 }}
    app.kubernetes.io/component: {{ .role }}
  {{- with $top.Values.deploymentAnnotations }}
  annotations: {{- toYaml . | nindent 4 }}
  {{- end }}
spec:
  {{- if not .isScaled }}
  replicas: {{ .values.replicas }}
  {{- end }}
  revisionHistoryLimit: 3
  strategy:
    type: RollingUpdate
    rollingUpdate: { maxUnavailable: 0, maxSurge: 1 }
  selector:
    matchLabels: {{- include "zpr.selector" . | nindent 6 }}
  template:
    metadata:
      labels:
        {{- include "zpr.labels" $top | nindent 8 }}
        app.kubernetes.io/component: {{ .role }}
    spec:
      serviceAccountName: {{ include "zpr.serviceAccount" $top }}
      automountServiceAccountToken: false
      # Or Kubernetes would set ZPR_..._PORT for each service of a release that is called zpr.
      enableServiceLinks: false
      securityContext: {{- include "zpr.podSecurity" $top | nindent 8 }}
      # The balancer forgets us (preStop), then what has begun is finished, which takes 20 s at most.
      terminationGracePeriodSeconds: 45
      topologySpreadConstraints:
        - maxSkew: 1
          topologyKey: topology.kubernetes.io/zone
          whenUnsatisfiable: {{ $top.Values.zones.whenUnsatisfiable }}
          labelSelector:
            matchLabels: {{- include "zpr.selector" . | nindent 14 }}
          matchLabelKeys: [pod-template-hash]
        - maxSkew: 1
          topologyKey: kubernetes.io/hostname
          whenUnsatisfiable: ScheduleAnyway
          labelSelector:
            matchLabels: {{- include "zpr.selector" . | nindent 14 }}
          matchLabelKeys: [pod-template-hash]
      {{- with $top.Values.imagePullSecrets }}
      imagePullSecrets: {{- toYaml . | nindent 8 }}
      {{- end }}
      {{- with $top.Values.nodeSelector }}
      nodeSelector: {{- toYaml . | nindent 8 }}
      {{- end }}
      {{- with $top.Values.tolerations }}
      tolerations: {{- toYaml . | nindent 8 }}
      {{- end }}
      containers:
        - name: zpr
          image: {{ include "zpr.image" $top }}
          imagePullPolicy: {{ $top.Values.image.pullPolicy }}
          args: [serve, --roles, {{ .role }}]
          env:
            {{- include "zpr.environment" $top | nindent 12 }}
            {{- with .environment }}
            {{- . | nindent 12 }}
            {{- end }}
          ports:
            - { name: http, containerPort: 8080, protocol: TCP }
            {{- range .ports }}
            - { name: {{ .name }}, containerPort: {{ .port }}, protocol: {{ .protocol }} }
            {{- end }}
          {{- include "zpr.probes" $top | nindent 10 }}
          lifecycle:
            preStop:
              sleep: { seconds: 10 }
          resources: {{- toYaml .values.resources | nindent 12 }}
          securityContext: {{- include "zpr.containerSecurity" $top | nindent 12 }}
          volumeMounts:
            - { name: tmp, mountPath: /tmp }
            - { name: data, mountPath: /data }
      volumes:
        - name: tmp
          emptyDir: {}
        - name: data
          {{- if and $top.Values.dataClaim (eq .role "api") }}
          persistentVolumeClaim: { claimName: {{ $top.Values.dataClaim }} }
          {{- else }}
          emptyDir: {}
          {{- end }}
{{- end -}}

{{/* Of a role: at most one pod away at a time for the cluster's own work, and as many as its load needs. */}}
{{- define "zpr.availability" -}}
{{- $top := .top -}}
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: {{ include "zpr.name" $top }}-{{ .role }}
  labels: {{- include "zpr.labels" $top | nindent 4 }}
spec:
  maxUnavailable: 1
  unhealthyPodEvictionPolicy: AlwaysAllow
  selector:
    matchLabels: {{- include "zpr.selector" . | nindent 6 }}
{{- if .values.autoscaling.enabled }}
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: {{ include "zpr.name" $top }}-{{ .role }}
  labels: {{- include "zpr.labels" $top | nindent 4 }}
spec:
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: {{ include "zpr.name" $top }}-{{ .role }} }
  minReplicas: {{ .values.autoscaling.minReplicas }}
  maxReplicas: {{ .values.autoscaling.maxReplicas }}
  metrics:
    - type: Resource
      resource:
        name: cpu
        target: { type: Utilization, averageUtilization: {{ .values.autoscaling.cpuPercent }} }
  behavior:
    scaleDown:
      # Connections of trackers last; what left comes back slowly.
      stabilizationWindowSeconds: 600
{{- end }}
{{- end -}}
