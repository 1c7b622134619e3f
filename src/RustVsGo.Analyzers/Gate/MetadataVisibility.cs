using System.Collections.Generic;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace RustVsGo.Analyzers.Gate;

/// <summary>Which types and members of a module others can see: public ones and those that a derived type inherits (ECMA-335, II.23.1.10 and 23.1.15).</summary>
internal sealed class MetadataVisibility
{
    private readonly MetadataReader _reader;
    private List<(int FirstParameter, MethodDefinitionHandle Method)>? _methods;

    public MetadataVisibility(MetadataReader reader) => _reader = reader;

    /// <summary>Whether others can see <paramref name="parent"/>, on which an attribute stands. Of what is neither type nor member it is said that they can.</summary>
    public bool IsVisible(EntityHandle parent) => parent.Kind switch
    {
        HandleKind.TypeDefinition => IsVisible((TypeDefinitionHandle)parent),
        HandleKind.MethodDefinition => IsVisible((MethodDefinitionHandle)parent),
        HandleKind.FieldDefinition => _reader.GetFieldDefinition((FieldDefinitionHandle)parent) is var field && IsVisible((int)(field.Attributes & FieldAttributes.FieldAccessMask)) && IsVisible(field.GetDeclaringType()),
        HandleKind.PropertyDefinition => _reader.GetPropertyDefinition((PropertyDefinitionHandle)parent).GetAccessors() is var accessors && (IsVisible(accessors.Getter) || IsVisible(accessors.Setter)),
        HandleKind.EventDefinition => IsVisible(_reader.GetEventDefinition((EventDefinitionHandle)parent).GetAccessors().Adder),
        HandleKind.GenericParameter => IsVisible(_reader.GetGenericParameter((GenericParameterHandle)parent).Parent),
        HandleKind.Parameter => IsVisible(MethodOf((ParameterHandle)parent)),
        _ => true,
    };

    private bool IsVisible(TypeDefinitionHandle handle)
    {
        while (!handle.IsNil)
        {
            var type = _reader.GetTypeDefinition(handle);
            if ((type.Attributes & TypeAttributes.VisibilityMask) is not (TypeAttributes.Public or TypeAttributes.NestedPublic or TypeAttributes.NestedFamily or TypeAttributes.NestedFamORAssem))
            {
                return false;
            }

            handle = type.GetDeclaringType();
        }

        return true;
    }

    private bool IsVisible(MethodDefinitionHandle handle) =>
        !handle.IsNil && _reader.GetMethodDefinition(handle) is var method && IsVisible((int)(method.Attributes & MethodAttributes.MemberAccessMask)) && IsVisible(method.GetDeclaringType());

    // Fields and methods share the numbers of their access.
    private static bool IsVisible(int access) => (MethodAttributes)access is MethodAttributes.Public or MethodAttributes.Family or MethodAttributes.FamORAssem;

    // A parameter does not know its method; the parameters of all methods stand in the order of the methods (II.22.26).
    private MethodDefinitionHandle MethodOf(ParameterHandle parameter)
    {
        var methods = _methods ??= Methods();
        var row = MetadataTokens.GetRowNumber(parameter);
        var (low, high) = (0, methods.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = methods[middle].FirstParameter <= row ? (middle, high) : (low, middle - 1);
        }

        return methods.Count == 0 ? default : methods[low].Method;
    }

    private List<(int FirstParameter, MethodDefinitionHandle Method)> Methods()
    {
        var methods = new List<(int, MethodDefinitionHandle)>();
        foreach (var handle in _reader.MethodDefinitions)
        {
            foreach (var parameter in _reader.GetMethodDefinition(handle).GetParameters())
            {
                methods.Add((MetadataTokens.GetRowNumber(parameter), handle));
                break;
            }
        }

        return methods;
    }
}
