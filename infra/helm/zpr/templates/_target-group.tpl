{{/* Binds pods to a target group that somebody else made, as those of infra/aws. */}}
{{- define "zpr.targetGroup" -}}
apiVersion: elbv2.k8s.aws/v1beta1
kind: TargetGroupBinding
metadata:
  name: {{ include "zpr.name" .top }}-{{ .name }}
  labels: {{- include "zpr.labels" .top | nindent 4 }}
spec:
  targetGroupARN: {{ .group.arn }}
  targetType: ip
  serviceRef: { name: {{ include "zpr.name" .top }}-{{ .service }}, port: {{ .port }} }
  {{- with .group.securityGroup }}
  networking:
    ingress:
      - from:
          - securityGroup: { groupID: {{ . }} }
        ports:
          - { protocol: {{ $.protocol | default "TCP" }}, port: {{ $.inside }} }
          {{- if ne (int $.inside) 8080 }}
          # The balancer asks there whether we are ready.
          - { protocol: TCP, port: 8080 }
          {{- end }}
  {{- end }}
{{- end -}}
